import { CurrentPerson, Roles, type Person } from '@attune/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { courseSchema, type CourseView } from './course-view.ts';
import { ViewCourse } from './view-course.query.ts';

@Controller('api/caseload/clients')
export class ViewCourseController {
  constructor(private readonly viewCourse: ViewCourse) {}

  @ApiOperation({ summary: "One client's course: every scale over time, and the sessions" })
  @Get(':clientId')
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations')
  @ApiOkResponse({ standardSchema: courseSchema })
  course(
    @CurrentPerson() person: Person,
    @Param('clientId', { schema: z.uuid() }) clientId: string,
  ): Promise<CourseView> {
    return this.viewCourse.ofClient(person, clientId);
  }
}

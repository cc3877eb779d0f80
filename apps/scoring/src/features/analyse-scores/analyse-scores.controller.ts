import { InvalidOption } from '@attune/clinical';
import { CurrentPerson, invalid, Roles, type Person } from '@attune/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { analyse } from '../../domain/analyse.ts';
import {
  analysisRequest,
  analysisResult,
  type AnalysisRequest,
  type AnalysisResult,
} from './analysis.schema.ts';
import { AnalyseByRules } from './analyse-by-rules.query.ts';

@Controller('api/scoring/analyses')
export class AnalyseScoresController {
  constructor(private readonly byRules: AnalyseByRules) {}

  @ApiOperation({
    summary: 'Runs a method of change statistics, or a rule set, on given numbers',
    description: 'Nothing is stored.',
  })
  @Post()
  @HttpCode(200)
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations', 'admin', 'integrator')
  @ApiOkResponse({ standardSchema: analysisResult })
  async analyse(
    @CurrentPerson() person: Person,
    @Body({ schema: analysisRequest }) request: AnalysisRequest,
  ): Promise<AnalysisResult> {
    const { method } = request;
    if (method === 'rule-set') {
      return { method, ...(await this.byRules.run(person, request.scores, request.options ?? {})) };
    }
    try {
      const result = analyse(request);
      if (result.outcome === 'insufficient-data') return { method, ...result };
      return { method, ...result, signals: result.signals.map((signal) => ({ ...signal })) };
    } catch (error) {
      if (!(error instanceof InvalidOption)) throw error;
      throw invalid([{ pointer: `/options/${error.option}`, detail: error.rule }]);
    }
  }
}

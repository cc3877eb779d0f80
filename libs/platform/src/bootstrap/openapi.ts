import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

interface Operation {
  security?: Record<string, string[]>[];
  'x-open'?: boolean;
}

/** The service's OpenAPI 3.1 document from its running code. Open routes say so: `security: []`. */
export function describeApi(app: NestFastifyApplication, name: string): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle(`Attune ${name}`)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  const document = SwaggerModule.createDocument(app, settings, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path as Record<string, Operation>)) {
      if (operation['x-open'] !== true) continue;
      operation.security = [];
      delete operation['x-open'];
    }
  }
  dropReadOnly(document);
  return document;
}

/** What TypeScript may not change is `readOnly` to zod; to OpenAPI that would be what nobody may send. */
function dropReadOnly(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if ('readOnly' in node && node.readOnly === true) delete node.readOnly;
  Object.values(node).forEach(dropReadOnly);
}

import { Module } from '@nestjs/common';
import { ApiDescription } from './features/describe-api/api-description.ts';
import { DescribeApiController } from './features/describe-api/describe-api.controller.ts';
import { LiveController } from './features/live-notices/live.controller.ts';
import { LiveFeed } from './features/live-notices/live-feed.ts';
import { ServiceProbe } from './features/report-readiness/service-probe.ts';
import { ProviderClient } from './features/sign-in/provider.client.ts';
import { SessionKeeper } from './features/sign-in/session.keeper.ts';
import { SignInController } from './features/sign-in/sign-in.controller.ts';
import { GatewayConfig } from './gateway.config.ts';

@Module({
  controllers: [SignInController, LiveController, DescribeApiController],
  providers: [
    { provide: GatewayConfig, useFactory: () => new GatewayConfig(process.env) },
    ProviderClient,
    SessionKeeper,
    LiveFeed,
    ServiceProbe,
    ApiDescription,
  ],
})
export class GatewayModule {}

import { MessagingModule } from '@attune/messaging';
import { DatabaseModule } from '@attune/platform';
import { Module } from '@nestjs/common';
import { FollowAlertsConsumer } from './features/follow-alerts/follow-alerts.consumer.ts';
import { FollowCareRelationshipsConsumer } from './features/follow-care-relationships/follow-care-relationships.consumer.ts';
import { FollowPeopleConsumer } from './features/follow-people/follow-people.consumer.ts';
import { FollowRequestsConsumer } from './features/follow-requests/follow-requests.consumer.ts';
import { KeepPreferencesController } from './features/keep-preferences/keep-preferences.controller.ts';
import { KeepQuietHoursController } from './features/keep-quiet-hours/keep-quiet-hours.controller.ts';
import { OneClickBody } from './features/opt-out/one-click-body.ts';
import { OptOutController } from './features/opt-out/opt-out.controller.ts';
import { ForgetMessages } from './features/forget-messages/forget-messages.sweep.ts';
import { ReachClientController } from './features/reach-client/reach-client.controller.ts';
import { SendDigests } from './features/send-digests/send-digests.sweep.ts';
import { PrepareMessage } from './features/send-messages/prepare-message.ts';
import { SendMessages } from './features/send-messages/send-messages.sweep.ts';
import { ViewMessagesController } from './features/view-messages/view-messages.controller.ts';
import { MAIL_CONFIG, readMailConfig } from './mail.config.ts';
import { MailSender } from './senders/mail.sender.ts';
import { SmsSender } from './senders/sms.sender.ts';
import { migrations } from './store/migrations/index.ts';

@Module({
  imports: [
    DatabaseModule.forService({ schema: 'notifications', migrations }),
    MessagingModule.forService({ name: 'notifications' }),
  ],
  controllers: [
    FollowAlertsConsumer,
    FollowCareRelationshipsConsumer,
    FollowPeopleConsumer,
    FollowRequestsConsumer,
    KeepPreferencesController,
    KeepQuietHoursController,
    OptOutController,
    ReachClientController,
    ViewMessagesController,
  ],
  providers: [
    { provide: MAIL_CONFIG, useFactory: () => readMailConfig(process.env) },
    ForgetMessages,
    MailSender,
    OneClickBody,
    PrepareMessage,
    SendDigests,
    SendMessages,
    SmsSender,
  ],
})
export class NotificationsModule {}

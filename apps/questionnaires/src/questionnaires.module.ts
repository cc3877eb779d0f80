import { MessagingModule } from '@attune/messaging';
import { DatabaseModule } from '@attune/platform';
import { Module } from '@nestjs/common';
import { CompareResponsesController } from './features/compare-responses/compare-responses.controller.ts';
import { CorrectKeyController } from './features/correct-key/correct-key.controller.ts';
import { EnterPaperController } from './features/enter-paper/enter-paper.controller.ts';
import { EnterPaper } from './features/enter-paper/enter-paper.handler.ts';
import { FhirBundleController } from './features/fhir-bundle/fhir-bundle.controller.ts';
import { ImportBundle } from './features/fhir-bundle/import-bundle.handler.ts';
import { ExportQuestionnaireController } from './features/fhir-questionnaire/export-questionnaire.controller.ts';
import { FhirBody } from './features/fhir-questionnaire/fhir-body.ts';
import { FhirQuestionnaireController } from './features/fhir-questionnaire/fhir-questionnaire.controller.ts';
import { ImportQuestionnaire } from './features/fhir-questionnaire/import-questionnaire.handler.ts';
import { ExportResponse } from './features/fhir-response/export-response.query.ts';
import { FhirResponseController } from './features/fhir-response/fhir-response.controller.ts';
import { ImportResponse } from './features/fhir-response/import-response.handler.ts';
import { FollowCareRelationshipsConsumer } from './features/follow-care-relationships/follow-care-relationships.consumer.ts';
import { FollowLinksConsumer } from './features/follow-links/follow-links.consumer.ts';
import { FollowMessagesConsumer } from './features/follow-messages/follow-messages.consumer.ts';
import { FollowPeopleConsumer } from './features/follow-people/follow-people.consumer.ts';
import { CrisisInformationController } from './features/form-settings/crisis-information.controller.ts';
import { FormSettings } from './features/form-settings/setting.handler.ts';
import { ShownResultsController } from './features/form-settings/shown-results.controller.ts';
import { FollowSessionsConsumer } from './features/follow-sessions/follow-sessions.consumer.ts';
import { ImportResponsesController } from './features/import-responses/import-responses.controller.ts';
import { ImportResponses } from './features/import-responses/import-responses.handler.ts';
import { IssueRequestController } from './features/issue-request/issue-request.controller.ts';
import { IssueRequest } from './features/issue-request/issue-request.handler.ts';
import { KeepCatalogueController } from './features/keep-catalogue/keep-catalogue.controller.ts';
import { KeepPoliciesController } from './features/keep-policies/keep-policies.controller.ts';
import { KeepPolicies } from './features/keep-policies/keep-policies.handler.ts';
import { PublishShippedPolicies } from './features/keep-policies/publish-shipped.ts';
import { KnownInstruments } from './features/known-instruments.ts';
import { TakeTimingsController } from './features/measure-forms/take-timings.controller.ts';
import { ViewUsageController } from './features/measure-forms/view-usage.controller.ts';
import { OpenCheckInController } from './features/open-check-in/open-check-in.controller.ts';
import { PublishInstrumentController } from './features/publish-instrument/publish-instrument.controller.ts';
import { PublishInstrument } from './features/publish-instrument/publish-instrument.handler.ts';
import { PublishShipped } from './features/publish-instrument/publish-shipped.ts';
import { RescoreController } from './features/rescore/rescore.controller.ts';
import { RescoreSweep } from './features/rescore/rescore.sweep.ts';
import { RevokeRequestController } from './features/revoke-request/revoke-request.controller.ts';
import { ForgetDrafts } from './features/save-answers/forget-drafts.sweep.ts';
import { SaveAnswersController } from './features/save-answers/save-answers.controller.ts';
import { ShowCodeController } from './features/show-code/show-code.controller.ts';
import { CommitDelay } from './features/submit-response/commit-delay.ts';
import { SubmitResponseController } from './features/submit-response/submit-response.controller.ts';
import { SubmitResponse } from './features/submit-response/submit-response.handler.ts';
import { IssueDue } from './features/sweep-requests/issue-due.handler.ts';
import { PlanCare } from './features/sweep-requests/plan-care.handler.ts';
import { Remind } from './features/sweep-requests/remind.handler.ts';
import { SweepRequests } from './features/sweep-requests/sweep-requests.sweep.ts';
import { ViewInstrumentsController } from './features/view-instruments/view-instruments.controller.ts';
import { ViewRequestsController } from './features/view-requests/view-requests.controller.ts';
import { ViewResponsesController } from './features/view-responses/view-responses.controller.ts';
import { ViewResponses } from './features/view-responses/view-responses.query.ts';
import { VoidResponseController } from './features/void-response/void-response.controller.ts';
import { migrations } from './store/migrations/index.ts';

@Module({
  imports: [
    DatabaseModule.forService({ schema: 'questionnaires', migrations }),
    MessagingModule.forService({ name: 'questionnaires' }),
  ],
  controllers: [
    FollowCareRelationshipsConsumer,
    FollowLinksConsumer,
    FollowMessagesConsumer,
    FollowPeopleConsumer,
    FollowSessionsConsumer,
    KeepCatalogueController,
    KeepPoliciesController,
    CorrectKeyController,
    ExportQuestionnaireController,
    FhirBundleController,
    FhirQuestionnaireController,
    FhirResponseController,
    PublishInstrumentController,
    RescoreController,
    ViewInstrumentsController,
    IssueRequestController,
    RevokeRequestController,
    ViewRequestsController,
    OpenCheckInController,
    SaveAnswersController,
    SubmitResponseController,
    TakeTimingsController,
    EnterPaperController,
    ShowCodeController,
    CrisisInformationController,
    ShownResultsController,
    ViewUsageController,
    ImportResponsesController,
    CompareResponsesController,
    ViewResponsesController,
    VoidResponseController,
  ],
  providers: [
    CommitDelay,
    EnterPaper,
    ExportResponse,
    FhirBody,
    ForgetDrafts,
    FormSettings,
    ImportBundle,
    ImportResponse,
    ImportQuestionnaire,
    ImportResponses,
    IssueDue,
    IssueRequest,
    KeepPolicies,
    KnownInstruments,
    PlanCare,
    PublishInstrument,
    PublishShipped,
    PublishShippedPolicies,
    Remind,
    RescoreSweep,
    SubmitResponse,
    SweepRequests,
    ViewResponses,
  ],
})
export class QuestionnairesModule {}

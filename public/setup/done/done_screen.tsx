import { EuiButtonEmpty, EuiHorizontalRule, EuiIcon, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useEffect, useRef, type ReactElement } from 'react';
import type { UseCase } from '../../../common/recommendation';
import type { Run } from '../../../common/run';
import type { SetupRequest } from '../../../common/setup_request';
import type { SignedIn } from '../../../common/sign_in';
import { mainTargetOf, targetKindsOf, type TargetKind } from '../../../common/targets/targets';
import { modelTitle } from '../../../common/words/format';
import { workflowText } from '../../../common/words/workflow_text';
import { problemText } from '../../../common/words/problems/problem_text';
import { useAnnounce, usePageActions } from '../screen/page_actions';
import { Screen } from '../screen/screen';
import type { FollowedChange } from '../location/use_followed_change';
import { AskField } from './ask_field';
import { ChangeSize } from './change_size';
import type { SizeFormState } from './use_size_form';
import { DefaultModelSwitch } from './default_model';
import { DoneChatList } from './done_chat_list';
import { DoneCreated } from './done_created';
import { DoneMigration } from './done_migration';
import { DoneLinks } from './done_links';
import { DonePeople } from './done_people';
import { DoneProbes } from './done_probes';
import { doneText } from './done_text';
import { useDefaultModel } from '../../api/queries';
import { isUsable } from './is_usable';
import { MissingTargets } from './missing_targets';
import { missingText } from './missing_text';
import { useAsk, type Exchange } from '../../api/use_ask';
import { connectAnother } from '../../setups/setups_text';

interface DoneScreenProps {
  run: Run;
  session?: SignedIn;
  useCase: UseCase;
  returnTo: string | null;
  /** The throughput change of the link. */
  followed?: FollowedChange;
  sizeForm: SizeFormState;
  onRemove(): void;
  onAnother(): void;
  /** Opens the plan of an inference endpoint for this connector. */
  onMigrate(connectorId: string): void;
  /** Goes to the plan of a new setup with these values. */
  onSetUpAgain(values: SetupRequest): void;
}

/** The screen of a finished run. */
export function DoneScreen(props: DoneScreenProps): ReactElement {
  switch (props.run.workflow) {
    case 'set_up':
      return <SetUp {...props} />;
    case 'change_size':
      return <Changed {...props} />;
  }
}

function SetUp(props: DoneScreenProps): ReactElement {
  const { request, missingTargets = [] } = props.run;
  return missingTargets.includes(mainTargetOf(request)) ? (
    <Disconnected {...props} missing={missingTargets} />
  ) : (
    <Connected {...props} missing={missingTargets} />
  );
}

type SetUpProps = DoneScreenProps & { missing: readonly TargetKind[] };

/** The target through which the model answered was deleted. */
function Disconnected(props: SetUpProps): ReactElement {
  const { run, missing, onSetUpAgain } = props;
  const isDefault = useDefaultModel(run.runId).data?.defaultModel.isThis;
  const heading = missingText.heading(modelTitle(run.request.modelName));
  useAnnounce(heading);
  return (
    <Screen title={heading} panel={<Panel {...props} />}>
      <MissingTargets run={run} missing={missing} onSetUpAgain={onSetUpAgain} />
      {isDefault && <DefaultModelSwitch run={run} />}
    </Screen>
  );
}

function Connected(props: SetUpProps): ReactElement {
  const { run, missing, useCase, returnTo, onMigrate, onSetUpAgain } = props;
  const model = modelTitle(run.request.modelName);
  const usable = isUsable(run);
  const { exchanges, ask, isPending } = useAsk(run.runId);
  useAnnounce(
    i18n.translate('azureOpenaiSetup.done.announcement', {
      defaultMessage: 'Setup is done. The model has answered.',
    }),
  );
  useAnnouncedAnswers(exchanges);
  return (
    <Screen
      title={usable ? workflowText.set_up.finished(run.request) : doneText.limited(model)}
      beside={usable && <EuiIcon type="checkCircle" color="success" size="l" aria-hidden={true} />}
      panel={<Panel {...props} />}
    >
      {missing.length > 0 && (
        <MissingTargets run={run} missing={missing} onSetUpAgain={onSetUpAgain} />
      )}
      <DoneLinks run={run} useCase={useCase} returnTo={returnTo} />
      <EuiSpacer size="m" />
      <DefaultModelSwitch run={run} />
      <DonePeople kinds={targetKindsOf(run.request).filter((kind) => !missing.includes(kind))} />
      <EuiSpacer size="m" />
      <DoneChatList model={model} first={run.answer} exchanges={exchanges} />
      <EuiSpacer size="s" />
      <AskField isPending={isPending} onAsk={(question) => void ask(question)} />
      <EuiSpacer size="m" />
      <DoneProbes probes={run.answer?.probes ?? []} />
      <DoneMigration run={run} onMigrate={onMigrate} />
    </Screen>
  );
}

/** Announces each complete answer once. */
function useAnnouncedAnswers(exchanges: readonly Exchange[]): void {
  const { announce } = usePageActions();
  const last = exchanges.at(-1);
  const announced = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (!last || announced.current === last.id || (!last.answer && !last.problem)) return;
    announced.current = last.id;
    if (last.answer) announce(doneText.announced(last.answer.text));
    else if (last.problem) announce(problemText(last.problem).title);
  }, [announce, last]);
}

function Panel(props: DoneScreenProps): ReactElement {
  const { run, session, followed, sizeForm, onRemove, onAnother } = props;
  return (
    <>
      <DoneCreated run={run} />
      <ChangeSize sizeForm={sizeForm} run={run} session={session} followed={followed} />
      <EuiHorizontalRule margin="m" />
      <EuiButtonEmpty
        iconType="plus"
        flush="left"
        size="s"
        onClick={() => onAnother()}
        data-test-subj="connectAnother"
      >
        {connectAnother}
      </EuiButtonEmpty>
      <EuiSpacer size="xs" />
      <EuiButtonEmpty
        color="danger"
        iconType="trash"
        flush="left"
        size="s"
        onClick={() => onRemove()}
        data-test-subj="removeAll"
      >
        {doneText.remove}
      </EuiButtonEmpty>
    </>
  );
}

/** A throughput change created nothing to delete. */
function Changed({ run, onAnother }: DoneScreenProps): ReactElement {
  useAnnounce(doneText.changed);
  return (
    <Screen title={doneText.changed}>
      <EuiText size="s" css={{ overflowWrap: 'anywhere' }}>
        <p data-test-subj="changedText">{doneText.changedText(run.request.deploymentName)}</p>
      </EuiText>
      <EuiSpacer size="m" />
      <EuiButtonEmpty iconType="plus" flush="left" onClick={() => onAnother()}>
        {connectAnother}
      </EuiButtonEmpty>
    </Screen>
  );
}

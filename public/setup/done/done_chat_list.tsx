import { EuiCommentList, EuiLoadingSpinner, EuiText, type EuiCommentProps } from '@elastic/eui';
import type { ReactElement, ReactNode } from 'react';
import type { ChatAnswer, FirstAnswer } from '../../../common/run';
import { PageProblem } from '../screen/page_problem';
import { doneText } from './done_text';
import { isOpen, type Exchange } from '../../api/use_ask';

interface DoneChatListProps {
  model: string;
  first?: FirstAnswer;
  exchanges: readonly Exchange[];
}

/** External text, shown without markup. */
function Words({ text, testSubj }: { text: string; testSubj: string }): ReactElement {
  return (
    <EuiText
      size="s"
      css={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}
      data-test-subj={testSubj}
    >
      {text}
    </EuiText>
  );
}

const kibana = { timelineAvatar: 'logoKibana', username: doneText.kibanaAsked };
const comment = (
  from: { timelineAvatar: string; timelineAvatarAriaLabel?: string; username: ReactNode },
  children: ReactNode,
): EuiCommentProps => ({ ...from, children });

const usageOf = ({ promptTokens = 0, completionTokens = 0 }: ChatAnswer | FirstAnswer) =>
  promptTokens + completionTokens;

/** The conversation: Kibana's question first, then the person's. */
export function DoneChatList({ model, first, exchanges }: DoneChatListProps): ReactElement {
  const modelSays = (answer?: ChatAnswer | FirstAnswer) => ({
    timelineAvatar: 'machineLearningApp',
    timelineAvatarAriaLabel: model,
    username: answer ? doneText.answered(model, usageOf(answer)) : doneText.answers(model),
  });
  const you = {
    timelineAvatar: 'user',
    timelineAvatarAriaLabel: doneText.you,
    username: doneText.youAsked,
  };
  const firstComments = first
    ? [
        comment(
          { ...kibana, timelineAvatarAriaLabel: 'Kibana' },
          <Words text={doneText.hello} testSubj="doneQuestion" />,
        ),
        comment(modelSays(first), <Words text={first.text} testSubj="doneAnswer" />),
      ]
    : [];
  const own = exchanges.flatMap((exchange) => [
    comment(you, <Words text={exchange.question} testSubj="askedQuestion" />),
    comment(modelSays(exchange.answer), <Reply exchange={exchange} />),
  ]);
  return (
    <EuiCommentList
      aria-label={doneText.conversation}
      comments={[...firstComments, ...own]}
      gutterSize="m"
    />
  );
}

function Reply({ exchange }: { exchange: Exchange }): ReactElement {
  const { answer, problem, text } = exchange;
  if (problem) return <PageProblem problem={problem} />;
  return (
    <>
      <Words text={answer?.text ?? text} testSubj="askedAnswer" />
      {isOpen(exchange) && <EuiLoadingSpinner size="m" aria-hidden={true} />}
      {answer?.isCut && (
        <EuiText size="xs" color="subdued">
          <p>{doneText.cut}</p>
        </EuiText>
      )}
    </>
  );
}

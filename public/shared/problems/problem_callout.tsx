import {
  EuiCallOut,
  EuiCodeBlock,
  EuiFlexGroup,
  EuiFlexItem,
  EuiLink,
  EuiSpacer,
  EuiTextColor,
  useEuiTheme,
} from '@elastic/eui';
import type { ReactElement, ReactNode } from 'react';
import type { Problem } from '../../../common/problem';
import { AzureDetails } from './azure_details';
import { CopyMessage } from './copy_message';
import { problemText } from '../../../common/words/problems/problem_text';
import type { ProblemText } from '../../../common/words/problems/words';

export type Severity = 'danger' | 'warning';

interface ProblemCalloutProps {
  problem: Problem;
  severity?: Severity;
  /** Buttons with which the page can solve it. */
  actions?: ReactNode;
  headingLevel?: 'h2' | 'h3' | 'h4' | 'p';
  /** False if another element announces it, such as the counts above a list. */
  announce?: boolean;
  /** Additional content. */
  note?: string;
}

const looks = {
  danger: { color: 'danger', iconType: 'error', role: 'alert' },
  warning: { color: 'warning', iconType: 'warning', role: 'status' },
} as const;

/** A problem with title, cause, remedy, actions and Azure's details. */
export function ProblemCallout({
  problem,
  severity = 'danger',
  actions,
  headingLevel = 'p',
  announce = true,
  note,
}: ProblemCalloutProps): ReactElement {
  const { euiTheme } = useEuiTheme();
  const text = problemText(problem);
  const { color, iconType, role } = looks[severity];
  return (
    <EuiCallOut
      // Reduced spacing, so the actions are visible without scrolling.
      css={{ overflowWrap: 'anywhere', '&& p': { marginBlockEnd: euiTheme.size.xs } }}
      color={color}
      iconType={iconType}
      title={text.title}
      heading={headingLevel}
      size="s"
      role={announce ? role : undefined}
      data-test-subj={`problem-${problem.code}`}
      data-severity={severity}
    >
      <Explanation text={text} note={note} />
      <Actions>{actions}</Actions>
      <AzureDetails azure={problem.azure} />
    </EuiCallOut>
  );
}

function Explanation({ text, note }: { text: ProblemText; note?: string }): ReactElement {
  return (
    <>
      <EuiTextColor color="subdued" component="p" data-test-subj="problemCause">
        {text.cause}
      </EuiTextColor>
      <p data-test-subj="problemRemedy">
        {text.remedy}
        {text.link && (
          <>
            {' '}
            <EuiLink href={text.link.href} target="_blank" external data-test-subj="problemLink">
              {text.link.text}
            </EuiLink>
          </>
        )}
      </p>
      {note && <p data-test-subj="problemNote">{note}</p>}
      {text.command && (
        <EuiCodeBlock
          language="bash"
          fontSize="s"
          paddingSize="s"
          isCopyable
          whiteSpace="pre-wrap"
          data-test-subj="problemCommand"
        >
          {text.command}
        </EuiCodeBlock>
      )}
      {text.message && <CopyMessage message={text.message} />}
    </>
  );
}

function Actions({ children }: { children?: ReactNode }): ReactElement | null {
  if (!children) return null;
  return (
    <>
      <EuiSpacer size="s" />
      <EuiFlexGroup gutterSize="s" responsive={false} wrap data-test-subj="problemActions">
        <EuiFlexItem grow={false} css={{ maxInlineSize: '100%' }}>
          {children}
        </EuiFlexItem>
      </EuiFlexGroup>
    </>
  );
}

import {
  EuiButton,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiTextArea,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { longestQuestion } from '../../../common/fields';
import { doneText } from './done_text';

interface AskFieldProps {
  isPending: boolean;
  onAsk(question: string): void;
}

/** Enter sends, Shift+Enter begins a new line. */
export function AskField({ isPending, onAsk }: AskFieldProps): ReactElement {
  const id = useGeneratedHtmlId({ prefix: 'ask' });
  const [text, setText] = useState('');
  const isTooLong = text.trim().length > longestQuestion;
  const isReady = text.trim() !== '' && !isTooLong && !isPending;
  const send = () => {
    if (!isReady) return;
    onAsk(text.trim());
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Enter also confirms an IME composition.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} alignItems="flexStart">
      <EuiFlexItem>
        <EuiFormRow
          id={id}
          label={doneText.ask}
          helpText={doneText.cost}
          isInvalid={isTooLong}
          error={doneText.tooLong(text.trim().length)}
          fullWidth
        >
          <EuiTextArea
            fullWidth
            compressed
            rows={1}
            resize="vertical"
            isInvalid={isTooLong}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
            data-test-subj="askField"
          />
        </EuiFormRow>
      </EuiFlexItem>
      <EuiFlexItem grow={false} css={{ paddingBlockStart: 22 }}>
        <EuiButton
          size="s"
          aria-disabled={!isReady}
          isLoading={isPending}
          onClick={send}
          data-test-subj="askSend"
        >
          {doneText.send}
        </EuiButton>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

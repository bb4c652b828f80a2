import { EuiCodeBlock, EuiSpacer, EuiText } from '@elastic/eui';
import type { ReactElement } from 'react';

interface TextToSendProps {
  intro: string;
  text: string;
  testSubj: string;
}

/** A copyable text for an administrator. */
export function TextToSend({ intro, text, testSubj }: TextToSendProps): ReactElement {
  return (
    <>
      <EuiText size="s">
        <p>{intro}</p>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiCodeBlock
        language="text"
        fontSize="s"
        paddingSize="m"
        isCopyable
        whiteSpace="pre-wrap"
        css={{ textAlign: 'start' }}
        data-test-subj={testSubj}
      >
        {text}
      </EuiCodeBlock>
    </>
  );
}

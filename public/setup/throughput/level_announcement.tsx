import { EuiScreenReaderOnly } from '@elastic/eui';
import { useEffect, useState, type ReactElement } from 'react';
import { levelOf } from './answers_text';
import { levelText } from './throughput_text';

/** In ms, from the last change to the announcement, so a moving slider is not announced. */
const delay = 600;

/** Announces a changed level after a delay; nothing while the value is not possible. */
export function LevelAnnouncement({ tokens }: { tokens: number | undefined }): ReactElement {
  const level = tokens === undefined ? undefined : levelOf(tokens);
  const text = tokens === undefined ? '' : levelText(tokens);
  const [announced, setAnnounced] = useState({ level, text: '' });
  useEffect(() => {
    if (level === announced.level) return undefined;
    const timer = setTimeout(() => setAnnounced({ level, text }), delay);
    return () => clearTimeout(timer);
  }, [level, text, announced.level]);
  return (
    <EuiScreenReaderOnly>
      <p aria-live="polite" data-test-subj="levelAnnouncement">
        {announced.text}
      </p>
    </EuiScreenReaderOnly>
  );
}

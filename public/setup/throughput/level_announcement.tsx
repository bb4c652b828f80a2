import { EuiScreenReaderOnly } from '@elastic/eui';
import { useEffect, useState, type ReactElement } from 'react';
import type { Level } from './answers_text';

/** In ms, from the last change to the announcement, so a moving slider is not announced. */
const delay = 600;

/** Announces a changed level after a delay. */
export function LevelAnnouncement({ level, text }: { level: Level; text: string }): ReactElement {
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

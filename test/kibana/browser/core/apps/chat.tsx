import React, { useState } from 'react';
import { EuiButton, EuiFieldText, EuiListGroup, EuiText } from '@elastic/eui';
import type { CoreStart } from '@kbn/core/public';
import * as v from 'valibot';
import { object } from '../../../../shapes';
import { useFeatureModels, useModels, type Model } from './connectors';
import { selectConnector } from './select_connector';

const completed = object({ content: v.string() });

async function askModel({ http }: CoreStart, connectorId: string, question: string) {
  const messages = [{ role: 'user', content: question }];
  const body = JSON.stringify({ connectorId, messages });
  try {
    const reply = await http.post<unknown>('/internal/inference/chat_complete', {
      version: '1',
      body,
    });
    return v.parse(completed, reply).content;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

interface ChatProps {
  core: CoreStart;
  /** Key of the browser's storage for the connector that was used last; Security keeps it in each conversation. */
  storageKey?: string;
  /** The feature whose models an administrator can choose. */
  featureId?: string;
}

/** A minimal chat with the models of this space. */
export const Chat = ({ core, storageKey, featureId }: ChatProps) => {
  const { models, error } = useModels(core);
  const allowed = useFeatureModels(core, featureId);
  const offered = models.filter(({ id }) => allowed?.includes(id) ?? true);
  const selected = selectConnector(core, offered, storageKey);
  const [question, setQuestion] = useState('');
  const [answer, setAnswer] = useState<string>();

  const ask = async (model: Model) => {
    if (storageKey) localStorage.setItem(storageKey, JSON.stringify(model.id));
    setAnswer(await askModel(core, model.id, question));
  };

  return (
    <>
      <EuiText data-test-subj="assistantConnector">
        <p>{error ?? (selected ? `Answers with ${selected.name}` : 'No connector yet')}</p>
      </EuiText>
      <EuiListGroup
        aria-label="Connectors"
        listItems={offered.map(({ id, name }) => ({
          label: name,
          isActive: id === selected?.id,
          'data-test-subj': `assistantConnector-${id}`,
        }))}
      />
      {selected && (
        <>
          <EuiFieldText
            aria-label="Question"
            value={question}
            onChange={({ target }) => setQuestion(target.value)}
            data-test-subj="assistantQuestion"
          />
          <EuiButton onClick={() => void ask(selected)} data-test-subj="assistantAsk">
            Ask
          </EuiButton>
        </>
      )}
      {answer && (
        <EuiText data-test-subj="assistantAnswer">
          <p>{answer}</p>
        </EuiText>
      )}
    </>
  );
};

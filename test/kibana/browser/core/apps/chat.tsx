import React, { useState } from 'react';
import { EuiButton, EuiFieldText, EuiListGroup, EuiText } from '@elastic/eui';
import type { CoreStart } from '@kbn/core/public';
import * as v from 'valibot';
import { object } from '../../../shapes';
import { useConnectors, useFeatureModels } from './connectors';
import { selectConnector, usableIn } from './select_connector';

const executed = object({
  status: v.string(),
  message: v.optional(v.string()),
  service_message: v.optional(v.string()),
  data: v.optional(object({ message: v.string() })),
});

interface ChatProps {
  core: CoreStart;
  /** Key of the browser's storage for the connector that was used last; Security keeps it in each conversation. */
  storageKey?: string;
  /** The feature whose models an administrator can choose. */
  featureId?: string;
}

/** Stands in for a chat: one of the connectors of its types in this space answers. */
export const Chat = ({ core, storageKey, featureId }: ChatProps) => {
  const { connectors = [], error } = useConnectors(core);
  const allowed = useFeatureModels(core, featureId);
  const offered = connectors.filter(({ id }) => allowed?.includes(id) ?? true);
  const selected = selectConnector(core, offered, storageKey);
  const [question, setQuestion] = useState('');
  const [answer, setAnswer] = useState<string>();

  const ask = async (id: string) => {
    if (storageKey) localStorage.setItem(storageKey, JSON.stringify(id));
    const messages = [{ role: 'user', content: question }];
    const params = { subAction: 'invokeAI', subActionParams: { messages } };
    const reply = await core.http.post<unknown>(`/api/actions/connector/${id}/_execute`, {
      version: '2023-10-31',
      body: JSON.stringify({ params }),
    });
    const { data, service_message: refusal, message } = v.parse(executed, reply);
    setAnswer(data?.message ?? refusal ?? message);
  };

  return (
    <>
      <EuiText data-test-subj="assistantConnector">
        <p>{error ?? (selected ? `Answers with ${selected.name}` : 'No connector yet')}</p>
      </EuiText>
      <EuiListGroup
        aria-label="Connectors"
        listItems={usableIn(offered).map(({ id, name }) => ({
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
          <EuiButton onClick={() => void ask(selected.id)} data-test-subj="assistantAsk">
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

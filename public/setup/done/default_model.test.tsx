import { fireEvent, screen, waitFor } from '@testing-library/react';
import { act } from 'react-dom/test-utils';
import type { DefaultModel } from '../../../common/default_model';
import type { RouteBody } from '../../../common/routes';
import type { UseCase } from '../../../common/recommendation';
import { aSetupRequest } from '../../../test/support/builders/a_setup_request';
import { aFinishedRun } from '../../../test/support/builders/answers';
import type { Setting } from '../../../test/support/page/fake_core';
import { failure, type Answers } from '../../../test/support/page/fake_http';
import { renderInPage } from '../../../test/support/page/render_in_page';
import { DefaultModelSwitch } from './default_model';
import { DoneLinks } from './done_links';

const run = aFinishedRun(aSetupRequest());
const none: DefaultModel = { isThis: false, onlyDefault: false, notInAgentBuilder: false };
const company = { id: 'company', name: 'Company model' };
const storageKeys = [
  'agentBuilder.lastUsedConnector',
  'xpack.observabilityAiAssistant.lastUsedConnector',
  'xpack.streamsApp.lastUsedConnector',
];

beforeEach(() => localStorage.clear());

interface Shown {
  model?: Partial<DefaultModel>;
  answers?: Answers;
  useCase?: UseCase;
  capabilities?: Setting['capabilities'];
}

const show = ({ model, answers, useCase = 'observability', capabilities }: Shown = {}) =>
  renderInPage(
    <>
      <DefaultModelSwitch run={run} />
      <DoneLinks run={run} useCase={useCase} returnTo={null} />
    </>,
    {
      answers: { defaultModel: () => ({ defaultModel: { ...none, ...model } }), ...answers },
      capabilities,
    },
  );
const toggle = () => screen.findByTestId('defaultModelSwitch');
const help = async () => (await screen.findByTestId('defaultModelHelp')).textContent;
const press = async (element: HTMLElement) => {
  await act(async () => void fireEvent.click(element));
};
const sent = ({ calls }: ReturnType<typeof show>) =>
  calls.filter(({ route }) => route === 'useDefaultModel').map(({ body }) => body);

describe('DefaultModelSwitch', () => {
  test('says that a default no longer exists, of this model or of another one', async () => {
    show({ model: { isThis: true, isGone: true, former: { id: 'former', isGone: true } } });
    expect(await help()).toMatch(
      /no longer exists\. If you turn this off.*this space has no default model again/,
    );
    expect(await toggle()).toBeEnabled();
  });

  test('does not promise to restore a default that no longer exists', async () => {
    show({ model: { other: { id: 'some-endpoint', isGone: true } } });
    expect(await help()).toBe(
      'The default is "some-endpoint", which no longer exists. Turn this on to use this model for everyone in this space.',
    );
  });

  test('is off until it is pressed, when no default is set; then says what turning it off does', async () => {
    const useDefaultModel = ({ body }: { body: RouteBody<'useDefaultModel'> }) => ({
      defaultModel: { ...none, isThis: body.on },
      run,
    });
    const shown = show({ answers: { useDefaultModel } });
    expect(await toggle()).toHaveAccessibleName(/^Use as the default model for AI features/);
    expect(await toggle()).not.toBeChecked();
    expect(await help()).toMatch(/^No default is set.*everyone in this space/);
    await press(await toggle());
    await waitFor(async () => expect(await toggle()).toBeChecked());
    await waitFor(async () =>
      expect(await help()).toMatch(
        /turn this off or delete this setup, this space has no default model again/,
      ),
    );
    expect(shown.announced).toHaveLength(1);
    await press(await toggle());
    await waitFor(async () => expect(await toggle()).not.toBeChecked());
    expect(sent(shown)).toEqual([{ on: true }, { on: false }]);
  });

  test('names the default that it would replace, and sends which one the person agreed to replace', async () => {
    const useDefaultModel = () => ({ defaultModel: { ...none, isThis: true, former: company } });
    const shown = show({ model: { other: company }, answers: { useDefaultModel } });
    expect(await toggle()).not.toBeChecked();
    expect(await help()).toMatch(/The default is "Company model"\..*restores it/);
    await press(await toggle());
    expect(sent(shown)).toEqual([{ on: true, replaces: 'company' }]);
    await waitFor(async () => expect(await help()).toMatch(/"Company model" becomes the default/));
  });

  test.each([
    [{ code: 'default_model_privilege_missing' }, /Advanced Settings: All/],
    [{ code: 'default_model_overridden' }, /uiSettings\.overrides/],
  ] as const)('is disabled and says why when there is %j', async (problem, reason) => {
    show({ model: { problem, other: company } });
    expect(await toggle()).toBeDisabled();
    expect(await toggle()).toHaveAccessibleDescription(reason);
    expect(await help()).toMatch(/^The default is "Company model"/);
  });

  test('is not there when this This Kibana has no default model', async () => {
    show({ model: { problem: { code: 'default_model_unsupported' } } });
    expect(await screen.findByTestId('openAssistantLink')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByTestId('defaultModelSwitch')).not.toBeInTheDocument());
  });

  test.each([
    [{ other: company }, /The default is "Company model"\. This model can't be used/],
    [{}, /AI features are turned off/],
  ])(
    'says that the connector cannot be used when only the default can be and it is %j',
    async (model, text) => {
      show({ model: { ...model, onlyDefault: true } });
      expect(await screen.findByTestId('onlyDefault')).toHaveTextContent(text);
    },
  );

  test('says that feature settings limit Agent Builder to other models', async () => {
    show({ model: { isThis: true, notInAgentBuilder: true } });
    expect(await screen.findByTestId('notInAgentBuilder')).toHaveTextContent(/Feature settings/);
  });

  test('shows the new default when another person has changed it meanwhile', async () => {
    let reads = 0;
    const answers: Answers = {
      defaultModel: () => {
        reads += 1;
        return { defaultModel: reads === 1 ? none : { ...none, other: company } };
      },
      useDefaultModel: () => {
        throw failure({ code: 'default_model_changed', detail: { name: 'Company model' } });
      },
    };
    show({ answers });
    await press(await toggle());
    expect(await screen.findByTestId('problem-default_model_changed')).toBeInTheDocument();
    await waitFor(async () => expect(await help()).toMatch(/The default is "Company model"/));
    expect(await toggle()).not.toBeChecked();
  });

  test('still links to the chat if the default cannot be read', async () => {
    const defaultModel = () => {
      throw failure({ code: 'default_model_refused', detail: { status: 503 } });
    };
    show({ answers: { defaultModel } });
    expect(await screen.findByTestId('defaultModelUnread')).toBeInTheDocument();
    expect(screen.getByTestId('openAssistantLink')).toBeEnabled();
  });
});

describe('the main link', () => {
  const stored = () => storageKeys.map((key) => localStorage.getItem(key));

  test('makes the connector the one that was used last in this browser', async () => {
    const { navigatedTo } = show();
    await toggle();
    expect(stored()).toEqual([null, null, null]);
    await press(screen.getByTestId('openAssistantLink'));
    expect(stored()).toEqual(storageKeys.map(() => `"${run.runId}"`));
    expect(navigatedTo).toEqual(['/app/observabilityAIAssistant']);
  });

  test('works in a browser that refuses storage', async () => {
    const refusal = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const { navigatedTo } = show();
    await toggle();
    await press(screen.getByTestId('openAssistantLink'));
    refusal.mockRestore();
    expect(navigatedTo).toEqual(['/app/observabilityAIAssistant']);
  });

  test('loads a new page after the default has changed, because this one has the former settings', async () => {
    const { navigatedTo } = show({ model: { isThis: true } });
    await toggle();
    const link = screen.getByTestId('openAssistantLink');
    link.addEventListener('click', (event) => event.preventDefault());
    await press(link);
    expect(navigatedTo).toEqual([]);
    expect(stored()).toEqual(storageKeys.map(() => `"${run.runId}"`));
  });

  test('does nothing while the default is being changed', async () => {
    let finish = () => {};
    const changed = new Promise<void>((resolve) => (finish = resolve));
    const useDefaultModel = async () => {
      await changed;
      return { defaultModel: { ...none, isThis: true } };
    };
    const { navigatedTo } = show({ answers: { useDefaultModel } });
    await press(await toggle());
    const link = screen.getByTestId('openAssistantLink');
    await waitFor(() => expect(link).toHaveAttribute('aria-busy', 'true'));
    await press(link);
    expect(stored()).toEqual([null, null, null]);
    finish();
    await waitFor(() => expect(link).toHaveAttribute('aria-busy', 'false'));
    expect(navigatedTo).toEqual([]);
  });

  test('says with which model the chat begins, where the chat follows the default', async () => {
    show({ model: { other: company }, useCase: 'security' });
    expect(await screen.findByTestId('beginsWithOther')).toHaveTextContent(/start with Company/);
  });

  test('leads to the connector in a Kibana without any chat', async () => {
    const { navigatedTo } = show({ capabilities: { navLinks: {} } });
    const link = await screen.findByTestId('openConnectorLink');
    expect(screen.queryByTestId('openAssistantLink')).not.toBeInTheDocument();
    await press(link);
    expect(navigatedTo[0]).toMatch(new RegExp(`/connectors/${run.runId}$`));
  });
});

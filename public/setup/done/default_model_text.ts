import { i18n } from '@kbn/i18n';
import type { DefaultModel, NamedModel } from '../../../common/default_model';
import { problemText } from '../../../common/words/problems/problem_text';

export const modelName = ({ id, name = id }: NamedModel): string => name;

/** The default of the space, in one sentence. */
function presentText({ isThis, isGone, other }: DefaultModel): string {
  if (isThis && isGone) {
    return i18n.translate('azureOpenaiSetup.defaultModel.isThisGone', {
      defaultMessage:
        'This model is the default, but its connector or inference endpoint no longer exists.',
    });
  }
  if (isThis) {
    return i18n.translate('azureOpenaiSetup.defaultModel.isThis', {
      defaultMessage: 'This model is the default.',
    });
  }
  if (other?.isGone) {
    return i18n.translate('azureOpenaiSetup.defaultModel.isOtherGone', {
      defaultMessage: 'The default is "{name}", which no longer exists.',
      values: { name: modelName(other) },
    });
  }
  return other
    ? i18n.translate('azureOpenaiSetup.defaultModel.isOther', {
        defaultMessage: 'The default is "{name}".',
        values: { name: modelName(other) },
      })
    : i18n.translate('azureOpenaiSetup.defaultModel.isNone', {
        defaultMessage: 'No default is set: each AI feature selects a model itself.',
      });
}

function consequenceText({ isThis, other, former }: DefaultModel): string {
  if (isThis) {
    return former && !former.isGone
      ? i18n.translate('azureOpenaiSetup.defaultModel.restores', {
          defaultMessage:
            'If you turn this off or delete this setup, "{name}" becomes the default again.',
          values: { name: modelName(former) },
        })
      : i18n.translate('azureOpenaiSetup.defaultModel.removes', {
          defaultMessage:
            'If you turn this off or delete this setup, this space has no default model again.',
        });
  }
  return other && !other.isGone
    ? i18n.translate('azureOpenaiSetup.defaultModel.replaces', {
        defaultMessage:
          'Turn this on to replace it for everyone in this space. Deleting this setup restores it.',
      })
    : i18n.translate('azureOpenaiSetup.defaultModel.applies', {
        defaultMessage: 'Turn this on to use this model for everyone in this space.',
      });
}

/** The current default, and the effect of the switch or why it is disabled. */
export const helpText = (model: DefaultModel): string =>
  [
    // A warning above has the same text.
    ...(isLocked(model) ? [] : [presentText(model)]),
    ...(model.problem
      ? [problemText(model.problem).cause, problemText(model.problem).remedy]
      : [consequenceText(model)]),
  ].join(' ');

/** AI features can use only another model, or none. */
const isLocked = ({ onlyDefault, isThis }: DefaultModel): boolean => onlyDefault && !isThis;

/** Reasons why a connector that works cannot be used. */
export function obstacles(model: DefaultModel): Array<{ id: string; title: string; text: string }> {
  const { other, notInAgentBuilder } = model;
  return [
    ...(isLocked(model)
      ? [
          {
            id: 'onlyDefault',
            title: i18n.translate('azureOpenaiSetup.defaultModel.onlyDefault.title', {
              defaultMessage: 'AI features in this space use only the default model',
            }),
            text: other
              ? i18n.translate('azureOpenaiSetup.defaultModel.onlyDefault.other', {
                  defaultMessage:
                    'The default is "{name}". This model can\'t be used until it is the default.',
                  values: { name: modelName(other) },
                })
              : i18n.translate('azureOpenaiSetup.defaultModel.onlyDefault.none', {
                  defaultMessage:
                    "No default is set, so AI features are turned off. This model can't be used until it is the default.",
                }),
          },
        ]
      : []),
    ...(notInAgentBuilder
      ? [
          {
            id: 'notInAgentBuilder',
            title: i18n.translate('azureOpenaiSetup.defaultModel.notInAgentBuilder.title', {
              defaultMessage: 'Agent Builder is limited to other models',
            }),
            text: i18n.translate('azureOpenaiSetup.defaultModel.notInAgentBuilder.text', {
              defaultMessage:
                'An administrator has listed its models under Stack Management > Feature settings. To use this model in Agent Builder, add it there.',
            }),
          },
        ]
      : []),
  ];
}

import eui from '@elastic/eslint-plugin-eui';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const exportRules = [
  { selector: 'ExportDefaultDeclaration', message: 'No default exports.' },
  { selector: 'ExportAllDeclaration', message: 'No `export *`.' },
];

export default tseslint.config(
  { ignores: ['node_modules/', 'build/', '.sandbox/', 'coverage/', '.types/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // An async function without await is how a port's verb answers at once.
      '@typescript-eslint/require-await': 'off',
      // Ports are plain objects of closures: nothing in this project uses `this` in them.
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...exportRules],
    },
  },
  {
    // `as const` is an assertion too, and a harmless one; the rule above allows it.
    files: ['test/**/*.{ts,tsx}', 'scripts/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/e2e/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...exportRules,
        {
          selector:
            'CallExpression[callee.name="expect"] > AwaitExpression > CallExpression[callee.property.name=/^(sees|innerText|textContent|getAttribute|isVisible|isHidden|isEnabled|isDisabled|isChecked)$/]',
          message:
            'This reads the page once, perhaps too early. Wait for the text or the attribute.',
        },
      ],
    },
  },
  {
    files: ['public/**/*.{ts,tsx}', 'test/kibana/browser/**/*.tsx'],
    plugins: { '@elastic/eui': eui, 'react-hooks': reactHooks },
    extends: [jsxA11y.flatConfigs.recommended],
    rules: {
      ...Object.fromEntries(
        Object.keys(eui.rules).map((rule) => [`@elastic/eui/${rule}`, 'error']),
      ),
      // The oldest EUI has no `text`.
      '@elastic/eui/callout-prefer-props-for-content': 'off',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: ['public/**/*.{ts,tsx}'],
    rules: {
      'react-hooks/refs': 'error',
      'react-hooks/purity': 'error',
      'react-hooks/set-state-in-effect': 'error',
      'react-hooks/set-state-in-render': 'error',
    },
  },
);

import path from 'node:path';
import ts from 'typescript';
import { messageOf } from '../message_of';
import { projectRoot } from '../paths';
import { argumentsIn, elementsOf } from './message_shape';

/** One text of the project, as its source has it. */
export interface Message {
  id: string;
  /** English, in ICU's syntax. */
  text: string;
  /** "public/plugin.ts:13" */
  where: string;
}

export interface ReadMessages {
  messages: Message[];
  /** Each breach of a rule, with its place. */
  faults: string[];
}

/** A text as it is written: `i18n.translate(id, { defaultMessage, values })` or `<FormattedMessage />`. */
interface Written {
  id?: ts.Node;
  text?: ts.Node;
  values?: ts.Expression;
}

type Property = ts.ObjectLiteralElementLike | ts.JsxAttributeLike;

const valueOf = (property: Property | undefined): ts.Expression | undefined => {
  if (property === undefined) return undefined;
  if (ts.isPropertyAssignment(property)) return property.initializer;
  if (ts.isShorthandPropertyAssignment(property)) return property.name;
  if (!ts.isJsxAttribute(property)) return undefined;
  const { initializer } = property;
  return initializer && ts.isJsxExpression(initializer) ? initializer.expression : initializer;
};

const written = (properties: readonly Property[], id?: ts.Node): Written => {
  const named = (name: string) => valueOf(properties.find((one) => one.name?.getText() === name));
  return { id: id ?? named('id'), text: named('defaultMessage'), values: named('values') };
};

const textAt = (node: ts.Node): Written | undefined => {
  if (ts.isCallExpression(node) && node.expression.getText() === 'i18n.translate') {
    const [id, options] = node.arguments;
    return written(options && ts.isObjectLiteralExpression(options) ? options.properties : [], id);
  }
  if (!ts.isJsxSelfClosingElement(node) && !ts.isJsxOpeningElement(node)) return undefined;
  if (node.tagName.getText() !== 'FormattedMessage') return undefined;
  return written(node.attributes.properties);
};

/** Names that certainly have a value there, by the types: also after a guard, or through a name. */
const namesIn = (values: ts.Expression | undefined, checker: ts.TypeChecker): string[] =>
  values === undefined
    ? []
    : checker
        .getPropertiesOfType(checker.getTypeAtLocation(values))
        .filter(({ flags }) => (flags & ts.SymbolFlags.Optional) === 0)
        .map(({ name }) => name);

const isForThisTextOnly = (values: ts.Expression | undefined): boolean =>
  values !== undefined &&
  ts.isObjectLiteralExpression(values) &&
  !values.properties.some(ts.isSpreadAssignment);

const faultsOfValues = (
  text: string,
  values: ts.Expression | undefined,
  checker: ts.TypeChecker,
): string[] => {
  const used = argumentsIn(elementsOf(text)).map(({ value }) => value);
  const given = namesIn(values, checker);
  const missing = [...new Set(used)].filter((name) => !given.includes(name));
  const unused = isForThisTextOnly(values) ? given.filter((name) => !used.includes(name)) : [];
  return [
    ...missing.map((name) => `{${name}} gets no value that can be seen here`),
    ...unused.map((name) => `the value ${name} is not used`),
  ];
};

const isSum = (node: ts.Node) =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;

/** Concatenated text, which cannot be translated because of word order. */
const isGlued = ({ parent }: ts.Node) => isSum(parent) || ts.isTemplateSpan(parent);

const hasLetters = (text: string) => /\p{L}{2}/u.test(text);

const codeTags = /^(EuiCode|EuiCodeBlock|code)$/;
/** Attributes that a person reads or hears. */
const spokenAttributes = /^(aria-label|alt|content|label|placeholder|title)$/;

/** Untranslatable English text. */
const untranslated = (node: ts.Node): string | undefined => {
  if (ts.isJsxText(node)) {
    const { parent } = node;
    const isCode =
      ts.isJsxElement(parent) && codeTags.test(parent.openingElement.tagName.getText());
    return hasLetters(node.text) && !isCode ? node.text.trim() : undefined;
  }
  if (!ts.isJsxAttribute(node) || !spokenAttributes.test(node.name.getText())) return undefined;
  const shown = valueOf(node);
  if (shown === undefined) return undefined;
  if (ts.isTemplateExpression(shown) || isSum(shown)) return shown.getText();
  return ts.isStringLiteralLike(shown) && hasLetters(shown.text) ? shown.text : undefined;
};

const isLiteral = (node: ts.Node | undefined): node is ts.StringLiteralLike =>
  node !== undefined && ts.isStringLiteralLike(node);

/**
 * Reads the texts of these files of a program, and finds their faults. FormatJS's extractor supports only
 * `formatMessage({ id, defaultMessage })`, but Kibana passes the id separately.
 */
export const readMessages = (
  program: ts.Program,
  files: readonly string[],
  prefix: string,
): ReadMessages => {
  const checker = program.getTypeChecker();
  const read: ReadMessages = { messages: [], faults: [] };
  const firstWhere = new Map<string, string>();

  const faultsOf = (node: ts.Node, { id, text, values }: Written, where: string): string[] => {
    if (!isLiteral(id)) return ['the id is no literal'];
    if (!isLiteral(text)) return [`${id.text}: its text is no literal`];
    const first = firstWhere.get(id.text);
    firstWhere.set(id.text, first ?? where);
    const faults = [
      ...(id.text.startsWith(`${prefix}.`) ? [] : [`does not start with ${prefix}.`]),
      ...(isGlued(node) ? ['is glued to other text: use one message with values'] : []),
      ...(first === undefined ? [] : [`is taken by ${first}`]),
    ];
    try {
      faults.push(...faultsOfValues(text.text, values, checker));
      read.messages.push({ id: id.text, text: text.text, where });
    } catch (error) {
      faults.push(`its text is no ICU message: ${messageOf(error)}`);
    }
    return faults.map((fault) => `${id.text}: ${fault}`);
  };

  const visit = (node: ts.Node) => {
    const source = node.getSourceFile();
    const where = () => {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      return `${path.relative(projectRoot, source.fileName)}:${line + 1}`;
    };
    const text = textAt(node);
    if (text) read.faults.push(...faultsOf(node, text, where()).map((one) => `${where()} ${one}`));
    const words = untranslated(node);
    if (words !== undefined) read.faults.push(`${where()} not translated: ${words}`);
    ts.forEachChild(node, visit);
  };
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (source) visit(source);
  }
  return read;
};

import ts from 'typescript';
import { argumentsOf } from './message_shape';

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
  /** What breaks a rule, each with its place. */
  faults: string[];
}

/** What a person reads or hears of an element, besides its content. */
const spokenAttributes = new Set(['aria-label', 'alt', 'content', 'label', 'placeholder', 'title']);

interface Found {
  id?: ts.Node;
  text?: ts.Node;
  values?: ts.Expression;
}

const propertyOf = (literal: ts.ObjectLiteralExpression, name: string) =>
  literal.properties.find((property) => property.name?.getText() === name);

function propertyValue(literal: ts.Node | undefined, name: string): ts.Expression | undefined {
  if (!literal || !ts.isObjectLiteralExpression(literal)) return undefined;
  const property = propertyOf(literal, name);
  if (!property) return undefined;
  if (ts.isShorthandPropertyAssignment(property)) return property.name;
  return ts.isPropertyAssignment(property) ? property.initializer : undefined;
}

/** `i18n.translate(id, { defaultMessage, values })` */
function translateCall(node: ts.Node): Found | undefined {
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'i18n.translate')
    return undefined;
  const [id, options] = node.arguments;
  return {
    id,
    text: propertyValue(options, 'defaultMessage'),
    values: propertyValue(options, 'values'),
  };
}

function attributeValue(attributes: ts.JsxAttributes, name: string): ts.Expression | undefined {
  const found = attributes.properties.find((one) => one.name?.getText() === name);
  const value = found && ts.isJsxAttribute(found) ? found.initializer : undefined;
  return value && ts.isJsxExpression(value) ? value.expression : value;
}

/** `<FormattedMessage id defaultMessage values />` */
function formattedMessage(node: ts.Node): Found | undefined {
  if (!ts.isJsxSelfClosingElement(node) && !ts.isJsxOpeningElement(node)) return undefined;
  if (node.tagName.getText() !== 'FormattedMessage') return undefined;
  return {
    id: attributeValue(node.attributes, 'id'),
    text: attributeValue(node.attributes, 'defaultMessage'),
    values: attributeValue(node.attributes, 'values'),
  };
}

const namesOf = (literal: ts.ObjectLiteralExpression): string[] | undefined =>
  literal.properties.some((property) => ts.isSpreadAssignment(property))
    ? undefined
    : literal.properties.map((property) => property.name?.getText() ?? '');

/** The literal that a name stands for, in the scopes around a node. */
function literalNamed(name: string, from: ts.Node): ts.ObjectLiteralExpression | undefined {
  for (let scope = from.parent; scope; scope = scope.parent) {
    if (!ts.isBlock(scope) && !ts.isSourceFile(scope)) continue;
    for (const statement of scope.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      const declaration = statement.declarationList.declarations.find(
        (one) => one.name.getText() === name,
      );
      const value = declaration?.initializer;
      if (value && ts.isObjectLiteralExpression(value)) return value;
    }
  }
  return undefined;
}

/** The names that `has(values, 'a', 'b')` guards for, where one stands in a condition around the node. */
function guardedNames(values: string, from: ts.Node): string[] {
  const names: string[] = [];
  const read = (node: ts.Node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'has') {
      const [subject, ...rest] = node.arguments;
      if (subject?.getText() === values) {
        names.push(...rest.flatMap((one) => (ts.isStringLiteral(one) ? [one.text] : [])));
      }
    }
    ts.forEachChild(node, read);
  };
  for (let node = from; node.parent; node = node.parent) {
    const { parent } = node;
    if (ts.isBinaryExpression(parent) && parent.right === node) read(parent.left);
    if (ts.isConditionalExpression(parent) && parent.whenTrue === node) read(parent.condition);
    if (ts.isIfStatement(parent) && parent.thenStatement === node) read(parent.expression);
  }
  return names;
}

/** Names of the values; `exact` when every one of them is for this message alone. */
function passedNames(values: ts.Expression | undefined): { names: string[]; exact: boolean } {
  if (!values) return { names: [], exact: true };
  if (ts.isObjectLiteralExpression(values)) {
    const names = namesOf(values);
    return { names: names ?? [], exact: names !== undefined };
  }
  const literal = ts.isIdentifier(values) && literalNamed(values.text, values);
  const names = literal ? namesOf(literal) : guardedNames(values.getText(), values);
  return { names: names ?? [], exact: false };
}

function faultsOfValues(text: string, values: ts.Expression | undefined): string[] {
  const used = argumentsOf(text);
  if (typeof used === 'string') return [`its text is no ICU message: ${used}`];
  const { names, exact } = passedNames(values);
  const missing = used.filter((name) => !names.includes(name));
  const unused = exact ? names.filter((name) => !used.includes(name)) : [];
  return [
    ...missing.map((name) => `{${name}} gets no value that can be seen here`),
    ...unused.map((name) => `the value ${name} is not used`),
  ];
}

const isTemplate = (node: ts.Node) => ts.isTemplateExpression(node);
const isSum = (node: ts.Node) =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;

const isLiteral = (node: ts.Node | undefined): node is ts.StringLiteralLike =>
  node !== undefined && ts.isStringLiteralLike(node);

/** Translated text as a part of a larger text: other languages have another order of words. */
const isGlued = (node: ts.Node): boolean =>
  isSum(node.parent) || (ts.isTemplateSpan(node.parent) && isTemplate(node.parent.parent));

const hasLetters = (text: string) => /\p{L}{2}/u.test(text);

const isCodeTag = /^(EuiCode|EuiCodeBlock|code)$/;
const tagOf = ({ openingElement }: ts.JsxElement) => openingElement.tagName.getText();

/** English where nobody can translate it. */
function untranslated(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) {
    const isCode = ts.isJsxElement(node.parent) && isCodeTag.test(tagOf(node.parent));
    return hasLetters(node.text) && !isCode ? node.text.trim() : undefined;
  }
  if (!ts.isJsxAttribute(node) || !spokenAttributes.has(node.name.getText())) return undefined;
  const value = node.initializer;
  const shown = value && ts.isJsxExpression(value) ? value.expression : value;
  if (!shown) return undefined;
  if (isTemplate(shown) || isSum(shown)) return shown.getText();
  return ts.isStringLiteralLike(shown) && hasLetters(shown.text) ? shown.text : undefined;
}

/** Reads the texts of one file, and what is wrong with them. */
export function readMessages(file: string, source: string, prefix: string): ReadMessages {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const root = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kind);
  const read: ReadMessages = { messages: [], faults: [] };
  const placeOf = (node: ts.Node) =>
    `${file}:${root.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const add = (node: ts.Node, { id, text, values }: Found) => {
    const where = placeOf(node);
    if (!isLiteral(id)) {
      read.faults.push(`${where} the id is no literal`);
    } else if (!isLiteral(text)) {
      read.faults.push(`${where} ${id.text}: its text is no literal`);
    } else {
      const faults = [
        ...(id.text.startsWith(`${prefix}.`) ? [] : [`does not start with ${prefix}.`]),
        ...(isGlued(node) ? ['is glued to other text: make it one message with values'] : []),
        ...faultsOfValues(text.text, values),
      ];
      read.faults.push(...faults.map((fault) => `${where} ${id.text}: ${fault}`));
      read.messages.push({ id: id.text, text: text.text, where });
    }
  };
  const visit = (node: ts.Node) => {
    const found = translateCall(node) ?? formattedMessage(node);
    if (found) add(node, found);
    const words = untranslated(node);
    if (words !== undefined) read.faults.push(`${placeOf(node)} not translated: ${words}`);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return read;
}

/** Ids are names: one text each. */
export function repeatedIds(messages: readonly Message[]): string[] {
  const first = new Map<string, string>();
  return messages.flatMap(({ id, where }) => {
    const before = first.get(id);
    first.set(id, before ?? where);
    return before === undefined ? [] : [`${where} ${id} is taken by ${before}`];
  });
}

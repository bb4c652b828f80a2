import ts from 'typescript';

/** Half-open range of characters in a source. */
export interface Span {
  start: number;
  end: number;
}

/** A call `i18n.translate('<id>', { defaultMessage: '<text>', values: <expression> })`. */
export interface Message {
  id: string;
  defaultMessage: string;
  call: Span;
  /** The expression of the values, where there is one. */
  values?: Span;
}

/** The name under which a file knows Kibana's `i18n`. */
const importedI18n = (root: ts.SourceFile): string | undefined => {
  for (const statement of root.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const { moduleSpecifier, importClause } = statement;
    if (!ts.isStringLiteral(moduleSpecifier) || moduleSpecifier.text !== '@kbn/i18n') continue;
    const bindings = importClause?.namedBindings;
    if (bindings === undefined || !ts.isNamedImports(bindings)) continue;
    const found = bindings.elements.find(({ name, propertyName = name }) => {
      return propertyName.text === 'i18n';
    });
    if (found) return found.name.text;
  }
  return undefined;
};

const isTranslate = ({ expression, questionDotToken }: ts.CallExpression, i18n: string): boolean =>
  questionDotToken === undefined &&
  ts.isPropertyAccessExpression(expression) &&
  expression.questionDotToken === undefined &&
  expression.name.text === 'translate' &&
  ts.isIdentifier(expression.expression) &&
  expression.expression.text === i18n;

/** Name and expression of a plain property; undefined for a spread, a method or a computed name. */
const propertyOf = (node: ts.ObjectLiteralElementLike): [string, ts.Expression] | undefined => {
  if (ts.isShorthandPropertyAssignment(node)) return [node.name.text, node.name];
  if (!ts.isPropertyAssignment(node) || !ts.isIdentifier(node.name)) return undefined;
  return [node.name.text, node.initializer];
};

const literalMessage = (node: ts.CallExpression): Message | undefined => {
  const [id, options, ...more] = node.arguments;
  if (id === undefined || options === undefined || more.length > 0) return undefined;
  if (!ts.isStringLiteralLike(id) || !ts.isObjectLiteralExpression(options)) return undefined;
  const [first, second, ...others] = options.properties.map(propertyOf);
  if (first?.[0] !== 'defaultMessage' || !ts.isStringLiteralLike(first[1])) return undefined;
  if (others.length > 0 || options.properties.length > 2) return undefined;
  if (options.properties.length === 2 && second?.[0] !== 'values') return undefined;
  const spanOf = (part: ts.Node): Span => ({ start: part.getStart(), end: part.getEnd() });
  return {
    id: id.text,
    defaultMessage: first[1].text,
    call: spanOf(node),
    ...(second && { values: spanOf(second[1]) }),
  };
};

/** The literal messages of a source, in the order in which they stand there. */
export const readMessages = (file: string, source: string): Message[] => {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const root = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kind);
  const i18n = importedI18n(root);
  if (i18n === undefined) return [];
  const messages: Message[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && isTranslate(node, i18n)) {
      const message = literalMessage(node);
      if (message) messages.push(message);
    }
    ts.forEachChild(node, visit);
  };
  visit(root);
  return messages;
};

import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { inProject } from '../../scripts/paths';

interface Import {
  /** Package name with subpath, or the project's path of the file without its ending. */
  target: string;
  /** True for type-only imports. */
  typesOnly: boolean;
}

export interface Source {
  /** Path below the top folder, with forward slashes. */
  file: string;
  lines: number;
  imports: Import[];
  hasDefaultExport: boolean;
  hasExportAll: boolean;
  /** Names that other files can import. */
  exports: string[];
  /** Every identifier. */
  names: Set<string>;
  /** String literals and JSX text. */
  texts: string[];
}

const bindsTypesOnly = (clause: ts.ImportClause | undefined): boolean => {
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const { name, namedBindings } = clause;
  if (name !== undefined || namedBindings === undefined) return false;
  return (
    ts.isNamedImports(namedBindings) && namedBindings.elements.every((each) => each.isTypeOnly)
  );
};

const importOf = (node: ts.Node): { specifier: ts.Node; typesOnly: boolean } | undefined => {
  if (ts.isImportDeclaration(node)) {
    return { specifier: node.moduleSpecifier, typesOnly: bindsTypesOnly(node.importClause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return { specifier: node.moduleSpecifier, typesOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: node.argument.literal, typesOnly: true };
  }
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return;
  const [specifier] = node.arguments;
  return specifier && { specifier, typesOnly: false };
};

const textOf = (node: ts.Node): string | undefined =>
  ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)
    ? node.text
    : undefined;

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;

/** The names that a statement exports. */
function exportsOf(node: ts.Node): string[] {
  if (ts.isExportDeclaration(node)) {
    const { exportClause } = node;
    if (!exportClause || !ts.isNamedExports(exportClause)) return [];
    return exportClause.elements.map(({ name }) => name.text);
  }
  if (!isExported(node)) return [];
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  }
  return ts.isDeclarationStatement(node) && node.name ? [node.name.text] : [];
}

const boundNames = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((each) => (ts.isBindingElement(each) ? boundNames(each.name) : []));

const isDefaultExport = (node: ts.Node): boolean =>
  ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword;

const resolve = (file: string, specifier: string): string =>
  specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : specifier;

/** Reads what the rules are about from one file. */
export const readSource = (file: string, text = readFileSync(inProject(file), 'utf8')): Source => {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const root = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const source: Source = {
    file,
    lines: text.trimEnd().split('\n').length,
    imports: [],
    hasDefaultExport: false,
    hasExportAll: false,
    exports: [],
    names: new Set(),
    texts: [],
  };
  const visit = (node: ts.Node) => {
    const found = importOf(node);
    if (found && ts.isStringLiteralLike(found.specifier)) {
      const target = resolve(file, found.specifier.text);
      source.imports.push({ target, typesOnly: found.typesOnly });
    }
    source.exports.push(...exportsOf(node));
    if (ts.isIdentifier(node)) source.names.add(node.text);
    const written = textOf(node);
    if (written !== undefined) source.texts.push(written);
    if (isDefaultExport(node) && !ts.isCaseOrDefaultClause(node.parent)) {
      source.hasDefaultExport = true;
    }
    if (ts.isExportDeclaration(node) && node.exportClause === undefined) source.hasExportAll = true;
    ts.forEachChild(node, visit);
  };
  visit(root);
  return source;
};

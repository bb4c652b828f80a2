import Boom from '@hapi/boom';
import type { Stored } from '../state/documents';
import { entriesOf, fieldOf, isRecord } from '../config/unknown_values';
import type { TaskDocument } from './task_document';

/** The part of Elasticsearch's query language that is offered here; anything else is refused. */
export function matches(query: unknown, task: Stored<TaskDocument>): boolean {
  const [kind, body, ...more] = entriesOf(query).flat();
  if (typeof kind !== 'string' || more.length > 0) throw refusal(query);
  switch (kind) {
    case 'match_all':
      return true;
    case 'bool':
      return matchesBool(body, task);
    case 'term':
      return entriesOf(body).every(([field, value]) =>
        valuesOf(field, task).includes(String(valueOfTerm(value))),
      );
    case 'terms':
      return entriesOf(body).every(([field, values]) => {
        if (!Array.isArray(values)) throw refusal(query);
        return valuesOf(field, task).some((value) => values.map(String).includes(value));
      });
    case 'ids':
      return [fieldOf(body, 'values')].flat().includes(`task:${task.id}`);
    default:
      throw refusal(query);
  }
}

function matchesBool(body: unknown, task: Stored<TaskDocument>): boolean {
  const clauses = entriesOf(body);
  const strange = clauses.find(
    ([name]) => !['must', 'filter', 'should', 'must_not'].includes(name),
  );
  if (strange) throw refusal(body);
  const of = (name: string): unknown[] =>
    clauses.filter(([key]) => key === name).flatMap(([, value]): unknown[] => [value].flat());
  const should = of('should');
  const needsShould = should.length > 0 && of('must').length + of('filter').length === 0;
  return (
    [...of('must'), ...of('filter')].every((clause) => matches(clause, task)) &&
    !of('must_not').some((clause) => matches(clause, task)) &&
    (!needsShould || should.some((clause) => matches(clause, task)))
  );
}

const valueOfTerm = (value: unknown): unknown => (isRecord(value) ? value['value'] : value);

/** Keyword values of a mapped field; a field that the index does not map matches nothing. */
function valuesOf(field: string, { id, attributes }: Stored<TaskDocument>): string[] {
  switch (field) {
    case '_id':
      return [`task:${id}`];
    case 'task.taskType':
      return [attributes.taskType];
    case 'task.scope':
      return attributes.scope ?? [];
    case 'task.status':
      return [attributes.status];
    case 'task.enabled':
      return [String(attributes.enabled)];
    default:
      return [];
  }
}

const refusal = (query: unknown) =>
  Boom.badRequest(`parsing_exception: this host does not offer the query ${JSON.stringify(query)}`);

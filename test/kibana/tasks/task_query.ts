import Boom from '@hapi/boom';
import type { Stored } from '../state/documents';
import { entriesOf } from '../config/unknown_values';
import type { TaskDocument } from './task_document';

/** The part of Elasticsearch's query language that is offered here; anything else is refused. */
export function matches(query: unknown, task: Stored<TaskDocument>): boolean {
  const [kind, body, ...more] = entriesOf(query).flat();
  if (typeof kind !== 'string' || more.length > 0) throw refusal(query);
  switch (kind) {
    case 'bool':
      return matchesBool(body, task);
    case 'term':
      return entriesOf(body).every(([field, value]) =>
        valuesOf(field, task).includes(String(value)),
      );
    case 'terms':
      return entriesOf(body).every(([field, values]) => {
        if (!Array.isArray(values)) throw refusal(query);
        return valuesOf(field, task).some((value) => values.map(String).includes(value));
      });
    default:
      throw refusal(query);
  }
}

function matchesBool(body: unknown, task: Stored<TaskDocument>): boolean {
  const clauses = entriesOf(body);
  const strange = clauses.find(([name]) => !['must', 'filter', 'must_not'].includes(name));
  if (strange) throw refusal(body);
  const of = (name: string): unknown[] =>
    clauses.filter(([key]) => key === name).flatMap(([, value]): unknown[] => [value].flat());
  return (
    [...of('must'), ...of('filter')].every((clause) => matches(clause, task)) &&
    !of('must_not').some((clause) => matches(clause, task))
  );
}

/** Keyword values of a mapped field; a field that the index does not map matches nothing. */
function valuesOf(field: string, { attributes }: Stored<TaskDocument>): string[] {
  switch (field) {
    case 'task.taskType':
      return [attributes.taskType];
    case 'task.scope':
      return attributes.scope ?? [];
    default:
      return [];
  }
}

const refusal = (query: unknown) =>
  Boom.badRequest(`parsing_exception: this host does not offer the query ${JSON.stringify(query)}`);

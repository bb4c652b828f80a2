import { appendFileSync } from 'node:fs';
import type { AuditEvent } from '@kbn/core/server';
import { originOf } from './http/kibana_request';

export interface Audit {
  /** Adds user, space and request id to what is logged. */
  asScoped(request: { id: string }): { log(event: AuditEvent): void };
  /** Without a request: signing in and out. */
  log(event: object): void;
}

/** `data/audit.log`: one JSON line per event. */
export function createAudit(file: string, enabled: boolean): Audit {
  const log = (event: object) => {
    if (!enabled) return;
    appendFileSync(
      file,
      `${JSON.stringify({ '@timestamp': new Date().toISOString(), ...event })}\n`,
    );
  };
  return {
    log,
    asScoped: (request) => ({
      log(event) {
        const { principal, spaceId } = originOf(request);
        log({
          ...event,
          ...(principal && {
            user: { name: principal.user.username, roles: principal.user.roles },
          }),
          kibana: { ...kibanaPart(event), space_id: spaceId },
          trace: { id: request.id },
        });
      },
    }),
  };
}

const kibanaPart = (event: object): object => {
  const part: unknown = Reflect.get(event, 'kibana');
  return typeof part === 'object' && part !== null ? part : {};
};

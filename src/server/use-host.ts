import { isIP } from 'node:net';
import type { Plugin } from 'graphql-yoga';
import { errorResponse } from './error-response.ts';

export interface HostOptions {
  /** The address that the server listens on. */
  readonly host?: string;
  /** Further names of the server. */
  readonly hosts?: readonly string[];
}

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|::1)$/;

/** Addresses that mean all networks. */
const ANY = new Set(['0.0.0.0', '::']);

/**
 * Rejects a request that was sent to another host name. Otherwise a website could let its own name resolve to this
 * server (DNS rebinding): browsers would then treat our answers as its own.
 */
export function useHost({ host = '', hosts = [] }: HostOptions): Plugin {
  const names = new Set([host, ...hosts].map(bare));
  // An IP address cannot be rebound.
  const isOurs = (name: string) => LOOPBACK.test(name) || names.has(name) || (ANY.has(bare(host)) && isIP(name) > 0);
  return {
    onRequest({ request, fetchAPI, endResponse }) {
      const sent = request.headers.get('host');
      if (!sent || isOurs(bare(sent.replace(/:\d*$/, '')))) return;
      const message = `This server shows texts of articles, so it does not answer to the host name "${sent}". If it is yours, add it to ONRECORD_HOSTS.`;
      endResponse(errorResponse(fetchAPI, { code: 'FORBIDDEN', message, status: 421 }));
    },
  };
}

/** A host name for comparison: in lower case, without the brackets of IPv6 and the dot of the root. */
function bare(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
}

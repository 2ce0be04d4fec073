import type {Buffer} from 'node:buffer';
import {createHash, timingSafeEqual} from 'node:crypto';
import type {MiddlewareHandler} from 'hono';
import {getCookie, setCookie} from 'hono/cookie';

export type Gate = {
  /** As it is now. */
  readonly token: () => string;
  /** Whether it is asked under a name of its own. */
  readonly allows: (host: string | undefined) => boolean;
};

/** Lets nobody in who has not the token, asks under a foreign name, or wants anything but to read. */
export function guard({token: tokenNow, allows}: Gate): MiddlewareHandler {
  return async (context, next) => {
    const {req: request} = context;
    if (!allows(request.header('host'))) {
      return context.text('This server is not asked under this name. `ablate serve --allow-host NAME` allows one.\n', 403);
    }

    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return context.text('This server only shows: GET and HEAD.\n', 405, {allow: 'GET, HEAD'});
    }

    const token = tokenNow();
    const cookie = cookieOf(token);
    const given = request.path === '/' ? request.query('token') : undefined;
    if (given !== undefined && isSame(given, token)) {
      setCookie(context, cookie, token, {httpOnly: true, sameSite: 'Strict', path: '/'});
      return enter(request.header('sec-fetch-site'));
    }

    const [, bearer] = /^Bearer (\S+)$/iv.exec(request.header('authorization') ?? '') ?? [];
    if (!isSame(bearer ?? getCookie(context, cookie) ?? '', token)) {
      return context.text('This page wants its token: open the address that `ablate serve` printed as it began.\n', 401, {'www-authenticate': 'Bearer'});
    }

    return next();

    // Browsers give a strict cookie to no redirection that another site's link began, but to a page that goes on by itself.
    function enter(from: string | undefined): Response {
      return from === 'cross-site'
        ? context.html('<!doctype html><meta http-equiv="refresh" content="0;url=./"><title>ablate</title>')
        : context.redirect('./', 303);
    }
  };
}

// Cookies know no ports, and two tunnels lead to one port of two machines: each token has its own cookie.
function cookieOf(token: string): string {
  return `ablate-${digest(token).toString('base64url').slice(0, 12)}`;
}

// Digests are of one length, whatever is given.
function isSame(given: string, token: string): boolean {
  return timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

export interface SignInSearch {
  /** Where to go afterwards: an address of this program. */
  return?: string;
}

/** A link may lead only within this program: `//elsewhere` and `https:` would send people away after they signed in. */
export function parseSignInSearch(raw: Record<string, unknown>): SignInSearch {
  const target = raw.return;
  if (typeof target !== "string" || !/^\/(?![/\\])/.test(target) || target.length > 2000) return {};
  if (target.startsWith("/sign-in") || target.startsWith("/setup")) return {};
  return { return: target };
}

/** The token of a set-up link: after `#token=`, as the whole fragment, in the query, or pasted alone. */
export function setupToken(link: string): string {
  const named = link.match(/[#?&]token=([^&#\s]+)/)?.[1];
  const fragment = link.match(/#\/?([A-Za-z0-9_.-]{16,})$/)?.[1];
  const alone = link.trim().match(/^[A-Za-z0-9_.-]{16,}$/)?.[0];
  return decodeURIComponent(named ?? fragment ?? alone ?? "");
}

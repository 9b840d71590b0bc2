export interface ProblemBody {
  title: string;
  status: number;
  detail?: string;
  code?: string;
  request_id?: string;
  errors?: { field: string; message: string }[];
  current?: unknown;
}

/** An answer that was not a success. `status` 0 means that no server answered at all. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string;
  readonly fields: Record<string, string>;
  readonly current: unknown;
  readonly request: string;

  constructor(body: ProblemBody, request: string) {
    super(body.detail || body.title);
    this.name = "Problem";
    this.status = body.status;
    this.code = body.code ?? "";
    this.requestId = body.request_id ?? "";
    this.fields = Object.fromEntries((body.errors ?? []).map((e) => [e.field, e.message]));
    this.current = body.current;
    this.request = request;
  }

  get offline() {
    return this.status === 0;
  }

  /** No server of ours answered: there is no network, or only the proxy before the server answers. */
  get unreachable() {
    return this.status === 0 || this.status === 502 || this.status === 504;
  }

  /** Another person saved first: `current` carries what is stored now. */
  get conflict() {
    return this.status === 412;
  }
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem({ title: String(error instanceof Error ? error.message : error), status: -1 }, "");
}

/** Reads the body of a failed answer; a proxy's HTML page becomes a problem with its status only. */
export async function problemFrom(response: Response, request: string): Promise<Problem> {
  const type = response.headers.get("Content-Type") ?? "";
  if (type.includes("json")) {
    const body = (await response.json().catch(() => null)) as ProblemBody | null;
    if (body?.title) return new Problem({ ...body, status: response.status }, request);
  }
  return new Problem({ title: response.statusText || `HTTP ${response.status}`, status: response.status }, request);
}

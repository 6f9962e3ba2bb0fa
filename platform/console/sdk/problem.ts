/** One thing wrong with one field of what was sent. */
export interface Fault {
  field: string;
  code: string;
  detail: string;
}

/** What the server answers when it refuses (RFC 9457), in the caller's language. */
export interface Problem {
  type?: string;
  title: string;
  status: number;
  detail?: string;
  code: string;
  errors?: Fault[];
  requestId?: string;
}

/** A refused or failed call. `status` is 0 when the server could not be reached at all. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly Fault[];
  readonly requestId: string;
  /** Seconds after which the server asks to try again; undefined if it didn't say. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.detail || problem.title);
    this.name = 'ProblemError';
    this.status = problem.status;
    this.code = problem.code;
    this.title = problem.title;
    this.detail = problem.detail ?? '';
    this.errors = problem.errors ?? [];
    this.requestId = problem.requestId ?? '';
    this.retryAfter = retryAfter;
  }

  /** What is wrong with this field, if anything is. */
  fault(field: string): string | undefined {
    return this.errors.find((fault) => fault.field === field)?.detail;
  }
}

export async function problemOf(response: Response, fallback: string): Promise<ProblemError> {
  const wait = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  const retryAfter = Number.isFinite(wait) ? wait : undefined;
  const requestId = response.headers.get('X-Request-Id') ?? '';
  try {
    const body = (await response.json()) as Partial<Problem>;
    return new ProblemError(
      {
        ...body,
        status: response.status,
        title: body.title ?? fallback,
        code: body.code ?? `http-${response.status}`,
        requestId: body.requestId ?? requestId,
      },
      retryAfter,
    );
  } catch {
    return new ProblemError({ status: response.status, title: fallback, code: `http-${response.status}`, requestId }, retryAfter);
  }
}

/** Is told how much of a body has gone up, in bytes. */
export type Progress = (sent: number, total: number) => void;

const WITHOUT_BODY = [204, 205, 304];

function answerOf(call: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const line of call.getAllResponseHeaders().split('\r\n').filter(Boolean)) {
    const colon = line.indexOf(':');
    headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  return new Response(WITHOUT_BODY.includes(call.status) ? null : call.responseText, { status: call.status, headers });
}

/** What `fetch` does, and tells meanwhile how far the body is, which `fetch` can't. A file is read bit by bit as it goes. */
export function transfer(address: string, request: RequestInit, onProgress: Progress): Promise<Response> {
  return new Promise((done, failed) => {
    const call = new XMLHttpRequest();
    call.open(request.method ?? 'GET', address);
    new Headers(request.headers).forEach((value, name) => call.setRequestHeader(name, value));
    call.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total);
    call.onload = () => done(answerOf(call));
    call.onerror = () => failed(new TypeError('no answer'));
    call.onabort = () => failed(new DOMException('called off', 'AbortError'));
    request.signal?.addEventListener('abort', () => call.abort(), { once: true });
    if (request.signal?.aborted) {
      failed(new DOMException('called off', 'AbortError'));
    } else {
      call.send(request.body as XMLHttpRequestBodyInit);
    }
  });
}

import { createServer, get, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { createRedact } from './redact';
import { readStream, streamFlaw } from './stream_answer';

const redact = createRedact();

const neverAborted = new AbortController().signal;
const event = (delta: object) => `data: ${JSON.stringify({ choices: [{ index: 0, delta }] })}`;
const words = (content: string) => event({ content });
const end = 'data: [DONE]';
const lines = (...all: string[]) => all.map((line) => `${line}\n\n`).join('');

/** Splits a text into chunks of a number of bytes, also inside a line or a character. */
const inPieces = (text: string, size: number): Buffer[] => {
  const bytes = Buffer.from(text);
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
};

const judge = async (pieces: Iterable<Buffer | string>) =>
  streamFlaw(await readStream(Readable.from(pieces), neverAborted), redact);

describe('a streamed answer', () => {
  const good = lines(event({ role: 'assistant' }), words('An index '), words('hält Ümläute.'), end);

  it.each([1, 2, 3, 7, 64, 4_096])('is read in pieces of %i bytes', async (size) => {
    expect(await judge(inPieces(good, size))).toBeUndefined();
  });

  it('can have CRLF line ends', async () => {
    expect(await judge([good.replaceAll('\n', '\r\n')])).toBeUndefined();
  });

  it('can have comments, and no space after the colon', async () => {
    const text = lines(': keep-alive', words('Hi').replace('data: ', 'data:'), 'data:[DONE]');
    expect(await judge([text])).toBeUndefined();
  });

  it('is good when usage and empty choices come between', async () => {
    const usage = 'data: {"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1}}';
    expect(await judge([lines(words('Hi'), usage, end)])).toBeUndefined();
  });

  it('that ends early is a failure', async () => {
    expect(await judge([lines(words('An index '), words('is'))])).toMatchObject({
      detail: { pieces: 2 },
    });
  });

  it('without text is a failure', async () => {
    expect(await judge([lines(event({ role: 'assistant' }), event({ content: '' }), end)])).toEqual(
      {
        detail: { pieces: 0 },
      },
    );
  });

  it('that breaks off with an error says the error, whatever came before', async () => {
    const broken = 'data: {"error":{"code":"server_error","message":"The model is overloaded."}}';
    expect(await judge([lines(words('An'), broken, end)])).toMatchObject({
      azure: { code: 'server_error', message: 'The model is overloaded.' },
    });
  });

  it('that the content filter stops is filtered, however it says so', async () => {
    const code = 'data: {"error":{"code":"content_filter","message":"Filtered."}}';
    expect(await judge([lines(code)])).toMatchObject({ code: 'content_filtered' });
    const finish = 'data: {"choices":[{"finish_reason":"content_filter","delta":{}}]}';
    expect(await judge([lines(words('An'), finish, end)])).toMatchObject({
      code: 'content_filtered',
    });
  });

  it('of white space has no words', async () => {
    expect(await judge([lines(words(' '), words('\n'), end)])).toEqual({ detail: { pieces: 2 } });
  });

  it('knows an error with a number for a code, and one without', async () => {
    const numbered = 'data: {"error":{"code":429,"message":"Slow down."}}';
    expect(await judge([lines(numbered)])).toMatchObject({ azure: { code: '429' } });
    const bare = 'data: {"error":{"code":null,"message":"No."}}';
    expect(await judge([lines(bare)])).toMatchObject({ azure: { message: 'No.' } });
  });

  it('is a failure when it is not streamed, or a page of a proxy', async () => {
    const whole = JSON.stringify({ choices: [{ message: { content: 'Hello' } }] });
    expect(await judge([whole])).toMatchObject({
      detail: { pieces: 0 },
      azure: { message: whole },
    });
    const page = '<html>Blocked by the firewall</html>';
    expect(await judge([page])).toMatchObject({ azure: { message: page } });
  });

  it('is a failure when it is empty', async () => {
    expect(await judge([])).toEqual({ detail: { pieces: 0 } });
  });

  it('made of tool calls alone has no words', async () => {
    const call = { tool_calls: [{ index: 0, function: { name: 'f', arguments: '{"a"' } }] };
    expect(await judge([lines(event(call), event(call), end)])).toEqual({ detail: { pieces: 0 } });
  });

  it('passes over lines that are no events', async () => {
    const text = lines(
      'event: message',
      'data: {not json',
      'data: {"choices":"none"}',
      words('Hi'),
    );
    expect(await judge([text + lines(end)])).toBeUndefined();
  });

  it('is read up to a limit', async () => {
    let sent = 0;
    const endless = function* () {
      for (;;) {
        sent += 1;
        yield lines(words('word '.repeat(200)));
      }
    };
    expect(await judge(endless())).toBeUndefined();
    expect(sent).toBeLessThan(200);
  });
});

describe('over a connection', () => {
  /** The response of a server with this handler. */
  async function answerOf(act: (response: ServerResponse) => void, signal = neverAborted) {
    const server = createServer((_request, response) => act(response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      const stream = await new Promise<Readable>((resolve, reject) =>
        get({ port, host: '127.0.0.1' }, resolve).on('error', reject),
      );
      return streamFlaw(await readStream(stream, signal), redact);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  it('does not wait for the connection to close after the end', async () => {
    expect(
      await answerOf((response) => void response.write(lines(words('Hi'), end))),
    ).toBeUndefined();
  });

  it('a connection that breaks in the middle is an error', async () => {
    const breaking = answerOf((response) => {
      response.write(lines(words('Hi')), () => response.destroy());
    });
    await expect(breaking).rejects.toThrow(/aborted|hang up|reset/i);
  });

  it('ends with the signal when the answer stalls', async () => {
    const controller = new AbortController();
    const hanging = answerOf((response) => {
      response.write(lines(words('Hi')), () => controller.abort());
    }, controller.signal);
    await expect(hanging).rejects.toMatchObject({ name: 'AbortError' });
  });
});

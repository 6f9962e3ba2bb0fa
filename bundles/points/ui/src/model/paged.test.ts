import { expect, test } from 'vitest';
import { usePaged } from './paged';

/** Pages that come when they are told to, whatever the order of the questions. */
function slowly() {
  const answers: Array<(page: { items: string[]; next: string | null }) => void> = [];
  const refusals: Array<(failure: unknown) => void> = [];
  const asked: Array<string | undefined> = [];
  const ask = (cursor?: string) =>
    new Promise<{ items: string[]; next: string | null }>((done, refused) => {
      asked.push(cursor);
      answers.push(done);
      refusals.push(refused);
    });
  return { ask, asked, answers, refusals };
}

test('what was asked first and comes last does not replace what was typed since', async () => {
  const { ask, answers } = slowly();
  const { items, load, loading } = usePaged(ask);
  const [first, second] = [load(), load()];
  answers[1]!({ items: ['of the second question'], next: null });
  await second;
  answers[0]!({ items: ['of the first question'], next: '9' });
  await first;
  expect(items.value).toEqual(['of the second question']);
  expect(loading.value).toBe(false);
});

test('the next page is added, and is not mixed into another search', async () => {
  const { ask, asked, answers } = slowly();
  const { items, load, loadMore, more } = usePaged(ask);
  const opened = load();
  answers[0]!({ items: ['a'], next: '1' });
  await opened;
  expect(more.value).toBe(true);
  const [further, searched] = [loadMore(), load()];
  answers[2]!({ items: ['found'], next: null });
  answers[1]!({ items: ['b'], next: null });
  await Promise.all([further, searched]);
  expect(asked).toEqual([undefined, '1', undefined]);
  expect(items.value).toEqual(['found']);
  expect(more.value).toBe(false);
});

test('a failure is told and gone with the next answer; one that comes late is dropped', async () => {
  const { ask, answers, refusals } = slowly();
  const { failure, load } = usePaged(ask);
  const failed = load();
  refusals[0]!(new Error('away'));
  await failed;
  expect(failure.value).toBeInstanceOf(Error);
  const [late, again] = [load(), load()];
  answers[2]!({ items: [], next: null });
  refusals[1]!(new Error('late'));
  await Promise.all([late, again]);
  expect(failure.value).toBeUndefined();
});

import { ref } from 'vue';
import { unreadNotices } from './calls';

/** How many notices the reader has not read; the same number wherever it is shown. */
export const unread = ref(0);

export async function refreshUnread() {
  unread.value = await unreadNotices().then(
    (answer) => answer.unread,
    () => 0,
  );
}

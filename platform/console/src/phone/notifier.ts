import type { Notifier } from '@ezhili/sdk';
import { showConfirmDialog, showNotify } from 'vant';

const FAULT_MILLIS = 5000;
const UNDO_MILLIS = 8000;

export const phoneNotifier: Notifier = {
  done: (text) => void showNotify({ type: 'success', message: text }),
  fault: (text, detail) => void showNotify({ type: 'danger', message: detail ? `${text}\n${detail}` : text, duration: FAULT_MILLIS }),
  undo: (text, label, action) => void showNotify({ type: 'primary', message: `${text}  ${label}`, duration: UNDO_MILLIS, onClick: action }),
  confirm: (question, title, yes, no) =>
    showConfirmDialog({ title, message: question, confirmButtonText: yes, cancelButtonText: no }).then(
      () => true,
      () => false,
    ),
};

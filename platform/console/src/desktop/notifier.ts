import type { Notifier } from '@ezhili/sdk';
import { ElButton, ElMessage, ElMessageBox, ElNotification } from 'element-plus';
import { h } from 'vue';

const UNDO_MILLIS = 8000;

export const desktopNotifier: Notifier = {
  done: (text) => void ElMessage({ message: text, type: 'success', grouping: true }),
  fault: (text, detail) => void ElNotification({ title: text, message: detail ? h('span', { class: 'ez-lines' }, detail) : '', type: 'error', duration: 8000 }),
  undo: (text, label, action) => {
    const toast = ElMessage({
      type: 'success',
      duration: UNDO_MILLIS,
      showClose: true,
      message: h('span', { class: 'ez-undo' }, [
        text,
        h(
          ElButton,
          {
            link: true,
            type: 'primary',
            onClick: () => {
              toast.close();
              action();
            },
          },
          () => label,
        ),
      ]),
    });
  },
  confirm: (question, title, yes, no) =>
    ElMessageBox.confirm(question, title, { confirmButtonText: yes, cancelButtonText: no, type: 'warning', autofocus: true }).then(
      () => true,
      () => false,
    ),
};

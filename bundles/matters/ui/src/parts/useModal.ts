import { onBeforeUnmount, onMounted, type Ref } from 'vue';

/** Shows a dialog as long as its component lives. Web views without modal dialogs show it as a plain layer. */
export function useModal(dialog: Readonly<Ref<HTMLDialogElement | null>>): void {
  onMounted(() => {
    if (dialog.value?.showModal) {
      dialog.value.showModal();
    } else {
      dialog.value?.setAttribute('open', '');
    }
  });
  onBeforeUnmount(() => dialog.value?.close?.());
}

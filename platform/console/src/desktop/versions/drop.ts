import { onBeforeUnmount, onMounted, ref } from 'vue';

/** Files that are dropped anywhere on the page; without this the browser would leave the page for them. */
export function useDrop(dropped: (file: File) => void) {
  const over = ref(false);
  const isFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  const drag = (event: DragEvent) => {
    if (isFile(event)) {
      event.preventDefault();
      over.value = true;
    }
  };
  const leave = (event: DragEvent) => {
    over.value = over.value && event.relatedTarget !== null;
  };
  const drop = (event: DragEvent) => {
    const file = event.dataTransfer?.files[0];
    over.value = false;
    if (isFile(event)) {
      event.preventDefault();
    }
    if (file) {
      dropped(file);
    }
  };
  const each = (act: 'addEventListener' | 'removeEventListener') => {
    window[act]('dragover', drag as EventListener);
    window[act]('dragleave', leave as EventListener);
    window[act]('drop', drop as EventListener);
  };
  onMounted(() => each('addEventListener'));
  onBeforeUnmount(() => each('removeEventListener'));
  return over;
}

import { ElOptionGroup as Bare } from 'element-plus';
import type { ComponentPublicInstance } from 'vue';

/**
 * A group of options that a screen reader can tell: Element Plus nests its options in lists without saying what they are,
 * and a list box may hold options and groups only.
 */
export const ElOptionGroup = {
  ...Bare,
  mounted(this: ComponentPublicInstance<{ label?: string }>) {
    const group = this.$el as HTMLElement;
    group.setAttribute('role', 'group');
    group.querySelectorAll(':scope > li, :scope > li > ul').forEach((part) => part.setAttribute('role', 'presentation'));
    this.$watch('label', (label?: string) => group.setAttribute('aria-label', label ?? ''), { immediate: true });
  },
};

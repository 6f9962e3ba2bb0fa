import { computed, onMounted, reactive, ref, shallowRef } from 'vue';
import { describe, notify } from '@ezhili/sdk';
import { emptyEntries, missing, type ActionForm, type Entries } from '../model/actionForm';
import { uploadPhoto } from '../model/calls';
import { isStale, useAct } from '../model/oneMatter';
import { t } from '../texts';

/** What both shells' forms of an action do; they only look different. */
export function useActionForm(id: string, version: number, form: ActionForm, said: { done(): void; stale(): void }) {
  const entries = reactive(emptyEntries());
  const pictures = shallowRef<Blob[]>([]);
  const tried = ref(false);
  const busy = ref(false);
  const refusal = ref('');
  const { handlers, askHandlers, send } = useAct(id, version, form);
  const uploads = new Map<Blob, Promise<string>>();
  const lacking = computed(() => missing(form, { ...entries, photos: pictures.value.map(() => '') }));

  /** A photo goes up once, however often the form is sent. */
  function upload(picture: Blob): Promise<string> {
    const id = uploads.get(picture) ?? uploadPhoto(picture);
    uploads.set(picture, id);
    id.catch(() => uploads.delete(picture));
    return id;
  }

  onMounted(() => askHandlers().catch(notify.problem));

  return {
    entries,
    pictures,
    busy,
    refusal,
    handlers,
    errorOf(field: keyof Entries): string | undefined {
      return tried.value && lacking.value.includes(field) ? t(`lacking.${field}`) : undefined;
    },
    async submit() {
      tried.value = true;
      refusal.value = '';
      if (lacking.value.length > 0 || busy.value) {
        return;
      }
      busy.value = true;
      try {
        const photos = await Promise.all(pictures.value.map(upload));
        await send({ ...entries, photos });
        notify.done(t(`done.${form.action}`));
        said.done();
      } catch (failure) {
        if (isStale(failure)) {
          said.stale();
          return;
        }
        const { text, detail } = describe(failure);
        refusal.value = detail ? t('report.refused', { text, detail }) : text;
      } finally {
        busy.value = false;
      }
    },
  };
}

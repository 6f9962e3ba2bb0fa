import type { Shelf, Waiting } from './outbox';

const NAME = 'ezhili-matters';
const STORE = 'waiting';

/** The shelf in the browser's own database, which holds photos as they are. */
export class BrowserShelf implements Shelf {
  private opened: Promise<IDBDatabase> | undefined;

  async all(): Promise<Waiting[]> {
    return this.ask('readonly', (store) => store.getAll() as IDBRequest<Waiting[]>);
  }

  async put(waiting: Waiting): Promise<void> {
    await this.ask('readwrite', (store) => store.put(waiting));
  }

  async remove(key: string): Promise<void> {
    await this.ask('readwrite', (store) => store.delete(key));
  }

  private async ask<T>(mode: IDBTransactionMode, question: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const database = await this.open();
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = question(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  private open(): Promise<IDBDatabase> {
    this.opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    return this.opened;
  }
}

/** Why nothing can be written. */
export type StorageFault =
  /** There is no room left. */
  | "full"
  /** The browser has no storage for this page, or took it away. */
  | "refused"
  /** A newer version of this site has changed what is stored; this one can read it, but must not write. */
  | "newer"
  /** The storage does not answer. */
  | "silent";

/** Thrown by whatever writes. */
export class StorageError extends Error {
  constructor(
    readonly fault: StorageFault,
    cause?: unknown,
  ) {
    super(`Nothing can be written: ${fault}.`, { cause });
  }
}

/** What an error of the browser's says of the storage. */
export function faultOf(error: unknown): StorageFault {
  if (error instanceof StorageError) return error.fault;
  const name = (error as { name?: unknown } | null)?.name;
  return name === "QuotaExceededError" ? "full" : "refused";
}

/** A request's result. */
export function answerOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function completion(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
}

interface Connection {
  database: IDBDatabase;
  /** The stored data are not as this version would have them: they may be read, and that is all. */
  fault: StorageFault | null;
}

/** The browser's database, opened when first asked and again when it was lost. */
export class Database {
  private connection: Promise<Connection> | null = null;

  /**
   * @param upgrade makes what is missing, whatever there is
   * @param onDeleted is called when someone has deleted all of it
   */
  constructor(
    private readonly name: string,
    private readonly version: number,
    private readonly upgrade: (database: IDBDatabase) => void,
    private readonly onDeleted: () => void,
  ) {}

  /** Why nothing can be written, though it can be read; null if all is well. */
  async fault(): Promise<StorageFault | null> {
    return (await this.open()).fault;
  }

  async read<Result>(store: string, work: (store: IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
    const { database } = await this.open();
    return answerOf(work(database.transaction(store).objectStore(store)));
  }

  /**
   * One transaction, that is done when it has completed, and is asked to reach the disk.
   *
   * @throws StorageError, or what the browser throws; nothing of it is written then
   */
  async write<Result>(
    stores: readonly string[],
    work: (transaction: IDBTransaction) => Promise<Result> | Result,
  ): Promise<Result> {
    const { database, fault } = await this.open();
    if (fault) throw new StorageError(fault);
    const transaction = database.transaction(stores, "readwrite", { durability: "strict" });
    const completed = completion(transaction);
    const [result] = await Promise.all([work(transaction), completed]);
    return result;
  }

  private open(): Promise<Connection> {
    this.connection ??= this.connect().then((connection) => {
      const { database } = connection;
      // Another tab wants to upgrade, or to delete: step aside, and open again when next asked.
      database.onversionchange = ({ newVersion }) => {
        this.connection = null;
        database.close();
        if (newVersion === null) this.onDeleted();
      };
      database.onclose = () => {
        this.connection = null;
        this.onDeleted();
      };
      return connection;
    });
    this.connection.catch(() => {
      this.connection = null;
    });
    return this.connection;
  }

  /** Where the data are newer, or cannot be upgraded, what is there can still be read. */
  private async connect(): Promise<Connection> {
    try {
      return { database: await this.request(this.version), fault: null };
    } catch (error) {
      const newer = (error as Error).name === "VersionError";
      return { database: await this.request(), fault: newer ? "newer" : "refused" };
    }
  }

  private request(version?: number): Promise<IDBDatabase> {
    const opening = indexedDB.open(this.name, version);
    opening.onupgradeneeded = () => {
      // Without a version there is nothing to be made: there was no database.
      if (version === undefined) opening.transaction?.abort();
      else this.upgrade(opening.result);
    };
    return answerOf(opening);
  }
}

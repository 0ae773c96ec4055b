/** Listeners by event name. `Events` maps each name to what its listeners get. */
export class Emitter<Events extends object> {
    private readonly listeners = new Map<keyof Events, Set<(payload: never) => void>>();

    /** Adds a listener; call the result to take it away again. */
    on<Name extends keyof Events>(name: Name, listener: (payload: Events[Name]) => void): () => void {
        const set = this.listeners.get(name) ?? new Set();
        this.listeners.set(name, set.add(listener));
        return () => void set.delete(listener);
    }

    /** Calls all listeners of that name in the order of their coming. A listener that throws does not stop the rest. */
    protected emit<Name extends keyof Events>(name: Name, payload: Events[Name]): void {
        for (const listener of [...(this.listeners.get(name) ?? [])] as ((payload: Events[Name]) => void)[]) {
            try {
                listener(payload);
            } catch (fault) {
                queueMicrotask(() => {
                    throw fault;
                });
            }
        }
    }
}

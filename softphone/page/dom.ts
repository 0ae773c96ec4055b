/** The element of the page with that ID. @throws Error if the page lacks it, or has another kind of element there. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
    const found = document.getElementById(id);
    if (!(found instanceof kind)) throw new Error(`the page has no ${kind.name} with id ${id}`);
    return found;
}

/** Makes an element with class, test hook and content. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    options: { className?: string; testId?: string; text?: string } = {},
    ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
    const element = document.createElement(tag);
    if (options.className !== undefined) element.className = options.className;
    if (options.testId !== undefined) element.dataset['testid'] = options.testId;
    if (options.text !== undefined) element.textContent = options.text;
    element.append(...children);
    return element;
}

/** Sets text only if it differs, so that live regions do not speak twice. */
export function setText(element: HTMLElement, text: string): void {
    if (element.textContent !== text) element.textContent = text;
}

import type { Service } from '../messages/service.js';

/**
 * The same service, whose answer is also given to `apply` at the moment it arrives. A promise is resolved a little
 * later, when the next event may already have been handled; a model that must follow the wire's order cannot wait.
 */
export function applied<Answer>(service: Service<Answer>, apply: (answer: Answer) => void): Service<Answer> {
    return {
        ...service,
        read: (message) => {
            const answer = service.read(message);
            apply(answer);
            return answer;
        },
    };
}

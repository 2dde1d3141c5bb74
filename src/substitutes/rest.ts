/** No mirror, for a bundle whose size is compared with that of the whole Worker. */
export const serveRest = (): void => {};

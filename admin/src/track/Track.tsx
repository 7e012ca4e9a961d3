export const Track = () => null;

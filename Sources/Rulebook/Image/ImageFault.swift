/// Why an image of a program cannot be read.
enum ImageFault: Error, Equatable {
  /// It is no image of this form, or one of other rules or of another vocabulary.
  case stale
  /// It ends too early, or its bytes are not those that were written.
  case damaged
}

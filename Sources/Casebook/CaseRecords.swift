/// What was read of a file, before its timeline is in order.
struct CaseRecords {
  let vocabulary: Vocabulary
  var kinds: [KindID] = []
  var bases: [Int32] = []
  var parents: [Int32] = []
  var places: [(word: Word, index: Int32)] = []
  var slots: [Slot] = []
  var elements: [Int64] = []
  var texts = TextPool()
  var extensions: [Extension] = []
  var roots: [Thing] = []
  var claims: [Thing] = []
  var line = 1

  /// Nothing yet.
  init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// What a file is made of, to make another of it.
  init(_ file: CaseFile) {
    vocabulary = file.vocabulary
    kinds = file.kinds
    bases = file.bases
    parents = file.parents
    places = file.places
    slots = file.slots
    elements = file.elements
    texts = file.texts
    extensions = file.extensions
    roots = file.roots
    claims = file.claims
    line = file.line
  }
}
